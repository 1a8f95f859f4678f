namespace EdgeCctv.Core.Capture.Clips;

/// <summary>Every frame of a clip, in order, as fast as the machine allows. Used by one thread; disposing closes the clip.</summary>
public interface IClipReader<TPicture> : IDisposable
{
    ClipFacts Facts { get; }

    /// <summary>How many frames of the clip have been passed, those that could not be decoded included; after the end, all.</summary>
    int Passed { get; }

    /// <summary>How many of them could not be decoded.</summary>
    int Skipped { get; }

    /// <summary>Why the clip ended before its end, in one plain sentence; null when it did not.</summary>
    string? BrokenOff { get; }

    /// <summary>The next frame that can be decoded; null after the last one.</summary>
    /// <exception cref="CaptureException">It cannot be read any further: nothing comes for 10 s, or the size of its frames changes.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    ClipFrame<TPicture>? Next(CancellationToken cancellation);
}
