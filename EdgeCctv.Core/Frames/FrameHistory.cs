namespace EdgeCctv.Core.Frames;

/// <summary>What can only be told by comparing a picture with those before it, within one session of one camera. One thread.</summary>
public sealed class FrameHistory
{
    private readonly PresentationDrift _drift = new();
    private readonly IntervalMeter _interval = new();
    private readonly ChangeDetector _change = new();
    private TimeSpan? _lastPresented;
    private bool _tellsNoTime;

    /// <param name="received">Receipt, on a monotonic scale.</param>
    /// <param name="presented">When the camera says that it took the picture, on a scale of its own, where it says so.</param>
    /// <param name="statedInterval">The camera's nominal time between pictures, where it states one.</param>
    /// <param name="contentHash">Of the JPEG.</param>
    /// <param name="grey">The analysis picture, where there is one.</param>
    internal PictureContext Add(TimeSpan received, TimeSpan? presented, TimeSpan? statedInterval, ulong contentHash, GreyPicture? grey)
    {
        var own = OwnTime(presented);
        return new PictureContext(
            own is { } time ? _drift.Add(received, time) : TimeSpan.Zero,
            _interval.Add(own ?? received, isOwnTime: own is not null, statedInterval),
            _change.Add(contentHash, grey, received));
    }

    // A camera whose clock stands still, or that has none and says so by a zero, tells nothing by it; nor does it later in the session.
    private TimeSpan? OwnTime(TimeSpan? presented)
    {
        _tellsNoTime |= presented is not null && presented == _lastPresented;
        _lastPresented = presented;
        return _tellsNoTime ? null : presented;
    }
}

/// <summary>One picture, compared with those before it.</summary>
internal readonly record struct PictureContext(TimeSpan Drift, TimeSpan? Interval, TimeSpan UnchangedFor);
