using OpenCvSharp;

namespace EdgeCctv.Core.Capture.OpenCv.Clips;

/// <summary>The frames of a clip, one after the other. One thread.</summary>
internal interface IClipFrames : IDisposable
{
    /// <summary>As the clip states it; null where it states none.</summary>
    double? FramesPerSecond { get; }

    /// <summary>How many it says it has; null where that is not known.</summary>
    int? Count { get; }

    /// <summary>How many frames the decoder left out between the last two that were returned; after the end, at the end.</summary>
    int Missed { get; }

    /// <summary>Why the clip ended before its end, one sentence; null when it did not, or has not ended.</summary>
    string? BrokenOff { get; }

    /// <summary>What a message calls the frame that was returned last.</summary>
    /// <param name="number">Which one it is in the clip, counted from 1.</param>
    string Place(int number);

    /// <returns>The picture, valid until the next call, and empty where it cannot be decoded; null after the last one.</returns>
    Mat? Next();
}
