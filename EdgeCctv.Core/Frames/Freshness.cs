namespace EdgeCctv.Core.Frames;

/// <summary>When a picture is too old to be called live.</summary>
/// <param name="Limit">The limit for a camera of ordinary rate; 0.5 s to 15 s.</param>
public sealed record Freshness(TimeSpan Limit)
{
    /// <summary>1.8 s, so that the veil is certainly up at 2.0 s.</summary>
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(1.8);

    /// <summary>However slow a camera is by nature, a picture older than this is never live.</summary>
    public static readonly TimeSpan MaximumLimit = TimeSpan.FromSeconds(15);

    /// <summary>The limit for one frame: <see cref="Limit"/>, or three of the camera's own intervals if that is longer.</summary>
    public TimeSpan LimitFor(Frame frame) => AtLeastThreeIntervals(Limit, frame.Interval);

    public bool IsFresh(Frame frame, TimeProvider clock) => frame.Age(clock) <= LimitFor(frame);

    /// <summary>The larger of <paramref name="ordinary"/> and three intervals, at most <see cref="MaximumLimit"/>.</summary>
    public static TimeSpan AtLeastThreeIntervals(TimeSpan ordinary, TimeSpan? interval)
    {
        var slow = 3 * (interval ?? TimeSpan.Zero);
        return slow <= ordinary ? ordinary : slow < MaximumLimit ? slow : MaximumLimit;
    }
}
