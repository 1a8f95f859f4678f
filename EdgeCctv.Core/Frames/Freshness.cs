namespace EdgeCctv.Core.Frames;

/// <summary>When a picture may not be called live: it is too old, or the camera repeats it.</summary>
/// <param name="Limit">The largest age for a camera of ordinary rate; 0.5 s to 15 s.</param>
/// <param name="FrozenAfter">A camera that sends one and the same picture for this long is frozen; zero for sources that are still by nature.</param>
public sealed record Freshness(TimeSpan Limit, TimeSpan FrozenAfter)
{
    /// <summary>1.8 s, so that the veil is certainly up at 2.0 s.</summary>
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(1.8);

    /// <summary>10 s: a real sensor's noise never repeats, and an encoder's pause is shorter.</summary>
    public static readonly TimeSpan DefaultFrozenAfter = TimeSpan.FromSeconds(10);

    /// <summary>However slow a camera is by nature, a picture older than this is never live.</summary>
    public static readonly TimeSpan MaximumLimit = TimeSpan.FromSeconds(15);

    public static readonly Freshness Default = new(DefaultLimit, DefaultFrozenAfter);

    /// <summary>The limit for one frame: <see cref="Limit"/>, or three of the camera's own intervals if that is longer.</summary>
    public TimeSpan LimitFor(Frame frame) => AtLeastThreeIntervals(Limit, frame.Interval);

    public bool IsFresh(Frame frame, TimeProvider clock) => !IsFrozen(frame) && frame.Age(clock) <= LimitFor(frame);

    /// <summary>Whether the camera has been repeating this picture for too long.</summary>
    public bool IsFrozen(Frame frame) => FrozenAfter > TimeSpan.Zero && frame.UnchangedFor >= FrozenAfter;

    /// <summary>The larger of <paramref name="ordinary"/> and three intervals, at most <see cref="MaximumLimit"/>.</summary>
    public static TimeSpan AtLeastThreeIntervals(TimeSpan ordinary, TimeSpan? interval)
    {
        var slow = 3 * (interval ?? TimeSpan.Zero);
        return slow <= ordinary ? ordinary : slow < MaximumLimit ? slow : MaximumLimit;
    }
}
