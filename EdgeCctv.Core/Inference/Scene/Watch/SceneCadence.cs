namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>
/// Picks frames of one steady rate out of frames that jitter, come too often or are missing: the model speaks of movement per frame. Time is
/// cut into slots of one interval that follow the frames slowly; each slot gets one frame. One thread at a time.
/// </summary>
internal sealed class SceneCadence
{
    // How much of a frame's offset the slots follow: jitter evens out, a camera whose clock runs a little off is kept up with.
    private const double Following = 0.1;

    private readonly double _interval;
    private double? _slot;

    /// <param name="interval">From one picked frame to the next, above zero.</param>
    public SceneCadence(TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        _interval = interval.TotalSeconds;
    }

    /// <param name="at">When the frame was taken, on a monotonic scale.</param>
    public CadenceStep Add(TimeSpan at)
    {
        var time = at.TotalSeconds;
        var slots = _slot is { } last ? Math.Round((time - last) / _interval) : double.PositiveInfinity;
        if (slots <= 0 && slots > -2)
        {
            return CadenceStep.TooEarly;
        }

        if (slots != 1)
        {
            // Frames are missing, or the time began anew.
            _slot = time;
            return CadenceStep.AfterGap;
        }

        var due = _slot!.Value + _interval;
        _slot = due + (Following * (time - due));
        return CadenceStep.InTime;
    }

    /// <summary>The next frame begins anew.</summary>
    public void Reset() => _slot = null;
}

/// <summary>What a frame is for the cadence.</summary>
internal enum CadenceStep
{
    /// <summary>Its slot has had a frame: pass it over.</summary>
    TooEarly,

    /// <summary>It follows the one before at the learnt interval.</summary>
    InTime,

    /// <summary>It is the first, or frames before it are missing: it cannot be compared with the one before.</summary>
    AfterGap,
}
