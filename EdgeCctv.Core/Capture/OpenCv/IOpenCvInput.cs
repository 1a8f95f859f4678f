using OpenCvSharp;

namespace EdgeCctv.Core.Capture.OpenCv;

/// <summary>What differs between the kinds of source. Used by the thread of the capture.</summary>
internal interface IOpenCvInput
{
    /// <summary>What is known without having read a picture.</summary>
    StreamFacts Facts { get; }

    /// <summary>Opens it; OpenCV itself cannot be interrupted, but ends within <see cref="OpenCvTimes.Open"/>.</summary>
    /// <exception cref="CaptureException">It cannot be opened.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before OpenCV was asked.</exception>
    VideoCapture Open(CancellationToken cancellation);

    /// <summary>How long the picture that was grabbed is to be held back, so that a file runs at its own pace.</summary>
    TimeSpan Wait(VideoCapture video);

    /// <summary>The camera's own time of the picture that was grabbed; null where it tells none.</summary>
    TimeSpan? Presentation(VideoCapture video);

    /// <summary>No picture could be grabbed, and not for want of time: begins anew what can be.</summary>
    /// <exception cref="CaptureException">It is over; says why.</exception>
    void BeginAgain(VideoCapture video);
}
