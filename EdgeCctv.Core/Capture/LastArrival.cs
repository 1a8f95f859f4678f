namespace EdgeCctv.Core.Capture;

/// <summary>When anything last came from a camera, whatever it was. Noted as it comes, read by any thread, without a lock.</summary>
internal sealed class LastArrival
{
    private const long Never = long.MinValue;

    private long _at = Never;

    /// <summary>On the monotonic clock; null before the first time.</summary>
    public long? At => Volatile.Read(ref _at) is var at and not Never ? at : null;

    public void Note(long timestamp) => Volatile.Write(ref _at, timestamp);
}
