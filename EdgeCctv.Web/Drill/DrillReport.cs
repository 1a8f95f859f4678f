using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Web.Drill;

/// <summary>What came of a drill.</summary>
public enum DrillVerdict
{
    /// <summary>Judged, and all was well.</summary>
    Passed,

    /// <summary>Judged, and something was not.</summary>
    Failed,

    /// <summary>There was nothing to judge.</summary>
    NotJudged,

    /// <summary>The drill did not run to its end.</summary>
    Aborted,
}

/// <summary>What came of one drill, over all screens.</summary>
public sealed record DrillReport
{
    public required DrillKind Kind { get; init; }

    public required DateTimeOffset Began { get; init; }

    /// <summary>When the source was as it was again.</summary>
    public required DateTimeOffset Ended { get; init; }

    /// <summary>Who began it.</summary>
    public required string By { get; init; }

    /// <summary>The camera, without secrets.</summary>
    public required string Source { get; init; }

    /// <summary>Passed only if at least one screen was judged and every judged one passed.</summary>
    public required DrillVerdict Verdict { get; init; }

    /// <summary>Why it was aborted, or why nothing was judged; null otherwise.</summary>
    public string? Remark { get; init; }

    /// <summary>In the order in which they were opened.</summary>
    public required IReadOnlyList<DrillScreenReport> Screens { get; init; }
}

/// <summary>What came of one drill on one screen.</summary>
public sealed record DrillScreenReport
{
    public required long Number { get; init; }

    public required ScreenKind Kind { get; init; }

    /// <summary>The browser's address, where it is known.</summary>
    public string? Address { get; init; }

    /// <summary>From the beginning of the drill to the veil that it should bring about, as the server heard it; null when there was none.</summary>
    public TimeSpan? VeilAfter { get; init; }

    /// <summary>What the veil said, kebab-case.</summary>
    public string? Word { get; init; }

    /// <summary>How old the picture below the veil was then, by the browser's clock.</summary>
    public TimeSpan? PictureAge { get; init; }

    /// <summary>What <see cref="VeilAfter"/> may be at most.</summary>
    public required TimeSpan VeilWithin { get; init; }

    public bool InTime => VeilAfter <= VeilWithin;

    /// <summary>From the end of the drill to the screen's being live again; null when it was not, or had no veil to lift.</summary>
    public TimeSpan? RecoveredAfter { get; init; }

    public bool Recovered => RecoveredAfter is not null;

    /// <summary>Passed, failed or not judged.</summary>
    public required DrillVerdict Verdict { get; init; }

    /// <summary>Why it failed or was not judged; null when it passed.</summary>
    public string? Remark { get; init; }
}
