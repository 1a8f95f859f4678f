using EdgeCctv.Core.Frames;

namespace EdgeCctv.Web.Live;

/// <summary>Tells the log once when the camera begins to repeat one picture, and once when it moves again. Event ids 340 to 349.</summary>
public sealed partial class FrozenPictureLog(Freshness freshness, ILogger<FrozenPictureLog> logger) : IFrameObserver
{
    private ulong? _frozen;

    public void OnPublished(Frame frame)
    {
        if (_frozen is null && freshness.IsFrozen(frame))
        {
            _frozen = frame.ContentHash;
            Frozen(logger, frame.UnchangedFor.TotalSeconds);
        }
        else if (_frozen is { } picture && !freshness.IsFrozen(frame) && frame.ContentHash != picture)
        {
            // A new connection to a camera that goes on repeating the same picture is no movement.
            _frozen = null;
            Moving(logger);
        }
    }

    public void OnCleared() => _frozen = null;

    [LoggerMessage(340, LogLevel.Warning, "The camera has been sending one and the same picture for {Seconds:0} s: it is not shown as live")]
    private static partial void Frozen(ILogger logger, double seconds);

    [LoggerMessage(341, LogLevel.Information, "The camera's picture changes again")]
    private static partial void Moving(ILogger logger);
}
