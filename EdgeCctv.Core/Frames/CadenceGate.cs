namespace EdgeCctv.Core.Frames;

/// <summary>
/// Decides which frames are due, so many a second of the frames' own time, whatever the camera's rate. The due times follow each other
/// exactly, so that the rate holds however much frames jitter. One thread at a time.
/// </summary>
internal sealed class CadenceGate
{
    private readonly TimeSpan _interval;
    private TimeSpan? _due;

    /// <param name="mostPerSecond">Above 0.</param>
    public CadenceGate(double mostPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mostPerSecond);
        _interval = TimeSpan.FromSeconds(1 / mostPerSecond);
    }

    /// <param name="time">When the frame was taken, on a monotonic scale.</param>
    public bool IsDue(TimeSpan time)
    {
        // An eighth early is in time: cameras jitter. Far too early means that the time began anew.
        if (_due is { } due && time + (_interval / 8) < due && time + (2 * _interval) >= due)
        {
            return false;
        }

        _due = _due is { } last && (time - last).Duration() <= _interval ? last + _interval : time + _interval;
        return true;
    }
}
