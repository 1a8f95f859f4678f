using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Web.Drill;

namespace EdgeCctv.Web.Api;

/// <summary>What became of a command to the drill.</summary>
internal sealed record DrillCommandAnswer(bool Success, string Message, DrillProgressAnswer? Drill);

/// <summary><c>GET /drill</c>.</summary>
internal sealed record DrillAnswer(bool Enabled, DrillProgressAnswer? Drill, DrillReportAnswer? Report);

/// <summary>The drill under way. Once its source is as it was (<c>is_over</c>), the screens are still awaited.</summary>
internal sealed record DrillProgressAnswer(string Kind, string Words, string By, double RemainingS, bool IsOver)
{
    public static DrillProgressAnswer? Of(DrillProgress? drill) =>
        drill is null ? null : new(drill.Kind.Word(), drill.Words, drill.By, Math.Round(drill.Remaining.TotalSeconds, 1), drill.IsOver);
}

/// <summary>What came of a drill; times in seconds.</summary>
internal sealed record DrillReportAnswer(
    string Kind, DateTimeOffset Began, DateTimeOffset Ended, string By, string Source, string Verdict, string? Remark, DrillScreenAnswer[] Screens)
{
    public static DrillReportAnswer Of(DrillReport report) => new(
        report.Kind.Word(), report.Began, report.Ended, report.By, report.Source, report.Verdict.Word(), report.Remark, [.. report.Screens.Select(DrillScreenAnswer.Of)]);
}

/// <summary>What came of it on one screen; times in seconds.</summary>
internal sealed record DrillScreenAnswer(
    long Number,
    string Kind,
    string? Address,
    double? VeilAfterS,
    string? Word,
    double? PictureAgeS,
    double VeilWithinS,
    bool InTime,
    double? RecoveredAfterS,
    bool Recovered,
    string Verdict,
    string? Remark)
{
    public static DrillScreenAnswer Of(DrillScreenReport screen) => new(
        screen.Number,
        screen.Kind.ToString().ToLowerInvariant(),
        screen.Address,
        Seconds(screen.VeilAfter),
        screen.Word,
        Seconds(screen.PictureAge),
        Math.Round(screen.VeilWithin.TotalSeconds, 3),
        screen.InTime,
        Seconds(screen.RecoveredAfter),
        screen.Recovered,
        screen.Verdict.Word(),
        screen.Remark);

    private static double? Seconds(TimeSpan? time) => time is { } some ? Math.Round(some.TotalSeconds, 3) : null;
}
