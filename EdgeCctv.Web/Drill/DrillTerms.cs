using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Core.Frames;

namespace EdgeCctv.Web.Drill;

/// <summary>What a drill asks of every screen, and how long it lasts. Pure.</summary>
/// <param name="Kind">What is done to the pictures.</param>
/// <param name="VeilWithin">From the beginning of the drill to the veil, at most.</param>
/// <param name="Length">How long the pictures are disturbed.</param>
public sealed record DrillTerms(DrillKind Kind, TimeSpan VeilWithin, TimeSpan Length)
{
    /// <summary>For every screen to be live again, from the end of the drill: a reconnecting camera may have to wait for its next try.</summary>
    public static readonly TimeSpan RecoveryLimit = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan LeastLength = TimeSpan.FromSeconds(10);

    // So that a veil that comes too late is seen to come, and one that lifts itself is seen to do so.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    // From the moment at which a screen must be veiled to our hearing that it is.
    private static readonly TimeSpan Hearing = TimeSpan.FromSeconds(0.2);

    // The camera's repetition is told by the status feed, once a second.
    private static readonly TimeSpan Telling = TimeSpan.FromSeconds(2);

    /// <param name="kind">What is done to the pictures.</param>
    /// <param name="freshness">The limits that the screens keep; a camera's repetition must not be allowed where it is rehearsed.</param>
    /// <param name="last">The last good picture.</param>
    public static DrillTerms For(DrillKind kind, Freshness freshness, Frame last)
    {
        var interval = last.Interval ?? TimeSpan.Zero;

        // The repeated picture is the first one after the beginning, and that it repeats itself shows with the picture after the limit.
        var veilWithin = kind.RepeatsPicture() ? freshness.FrozenAfter + Telling + (2 * interval) : freshness.LimitFor(last) + Hearing + interval;
        var length = veilWithin + Rest;
        return new DrillTerms(kind, veilWithin, length > LeastLength ? length : LeastLength);
    }

    /// <summary>Whether a veil with this word is the one that the drill should bring about.</summary>
    public bool Expects(string word) => Kind.RepeatsPicture()
        ? word is "picture-frozen"
        : word is "camera-silent" or "camera-reconnecting" or "camera-error" or "camera-starting";
}
