namespace EdgeCctv.Core.Camera;

/// <summary>Callers who wait for one common outcome.</summary>
internal sealed class PendingReplies
{
    private readonly List<TaskCompletionSource<CameraReply>> _waiting = [];

    public void Add(TaskCompletionSource<CameraReply> caller) => _waiting.Add(caller);

    public void Answer(CameraReplyKind kind, string message, CameraStatus status)
    {
        foreach (var caller in _waiting)
        {
            caller.TrySetResult(new CameraReply(kind, message, status));
        }

        _waiting.Clear();
    }
}
