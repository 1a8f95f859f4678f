using EdgeCctv.Core.Frames;

namespace EdgeCctv.Web.Live;

/// <summary>Tells the log once when the camera begins to repeat one picture, and once when it moves again. Event ids 340 to 349.</summary>
public sealed partial class FrozenPictureLog(Freshness freshness, ILogger<FrozenPictureLog> logger) : IFrameObserver
{
    private bool _isFrozen;

    public void OnPublished(Frame frame)
    {
        var isFrozen = freshness.IsFrozen(frame);
        if (isFrozen != _isFrozen)
        {
            _isFrozen = isFrozen;
            Tell(frame);
        }
    }

    public void OnCleared() => _isFrozen = false;

    private void Tell(Frame frame)
    {
        if (_isFrozen)
        {
            Frozen(logger, frame.UnchangedFor.TotalSeconds);
        }
        else
        {
            Moving(logger);
        }
    }

    [LoggerMessage(340, LogLevel.Warning, "The camera has been sending one and the same picture for {Seconds:0} s: it is not shown as live")]
    private static partial void Frozen(ILogger logger, double seconds);

    [LoggerMessage(341, LogLevel.Information, "The camera's picture changes again")]
    private static partial void Moving(ILogger logger);
}
