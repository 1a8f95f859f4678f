namespace EdgeCctv.Core.Frames;

/// <summary>Sees every frame, on the capture thread: must be quick, must not throw, must not block.</summary>
public interface IFrameObserver
{
    void OnPublished(Frame frame);

    /// <summary>The camera was stopped; the next frame belongs to a new session.</summary>
    void OnCleared();
}
