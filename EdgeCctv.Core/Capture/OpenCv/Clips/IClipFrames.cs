using OpenCvSharp;

namespace EdgeCctv.Core.Capture.OpenCv.Clips;

/// <summary>The frames of a clip, one after the other. One thread.</summary>
internal interface IClipFrames : IDisposable
{
    /// <summary>As the clip states it; null where it states none.</summary>
    double? FramesPerSecond { get; }

    /// <summary>How many it says it has; null where that is not known.</summary>
    int? Count { get; }

    /// <returns>The picture, valid until the next call, and empty where it cannot be decoded; null after the last one.</returns>
    Mat? Next();
}
