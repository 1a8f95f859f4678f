using EdgeCctv.Core.Capture.Drill;

namespace EdgeCctv.Web.Drill;

/// <summary>The drill under way, as every screen has to show it.</summary>
/// <param name="Kind">What is done to the pictures.</param>
/// <param name="Words">For people: that it is a drill, and what is done on purpose.</param>
/// <param name="By">Who began it.</param>
/// <param name="Remaining">Until the source is as it was; zero while the screens are awaited after that.</param>
public sealed record DrillProgress(DrillKind Kind, string Words, string By, TimeSpan Remaining)
{
    /// <summary>Whether the source is as it was and only the screens are awaited.</summary>
    public bool IsOver { get; init; }
}

/// <summary>The words of drills, for people.</summary>
internal static class DrillWords
{
    /// <summary>What every screen says while it lasts.</summary>
    public static string Mark(DrillKind kind) => kind switch
    {
        DrillKind.Freeze => "DRILL: picture frozen on purpose",
        DrillKind.Blank => "DRILL: picture blanked on purpose",
        DrillKind.Disconnect => "DRILL: connection cut on purpose",
        DrillKind.Corrupt => "DRILL: pictures damaged on purpose",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of drill."),
    };

    /// <summary>What every screen says from then until the picture is back.</summary>
    public const string MarkWhenOver = "DRILL over: the picture is coming back";

    public static string Word(this DrillVerdict verdict) => verdict switch
    {
        DrillVerdict.Passed => "passed",
        DrillVerdict.Failed => "failed",
        DrillVerdict.NotJudged => "not_judged",
        DrillVerdict.Aborted => "aborted",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Unknown verdict."),
    };
}
