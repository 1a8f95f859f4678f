using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Web.Drill;
using EdgeCctv.Web.Texts;

namespace EdgeCctv.Web.Components.Console;

/// <summary>The words of drills in the reader's language; what programs and reports get stays in <see cref="DrillWords"/>. Pure.</summary>
internal static class DrillSpeech
{
    /// <summary>What every screen says while a drill is under way.</summary>
    public static string Mark(DrillProgress drill) => drill.IsOver ? DrillTexts.MarkOver : drill.Kind switch
    {
        DrillKind.Freeze => DrillTexts.MarkFreeze,
        DrillKind.Blank => DrillTexts.MarkBlank,
        DrillKind.Disconnect => DrillTexts.MarkDisconnect,
        DrillKind.Corrupt => DrillTexts.MarkCorrupt,
        _ => throw new ArgumentOutOfRangeException(nameof(drill), drill.Kind, "Unknown kind of drill."),
    };

    /// <summary>On the button that asks for it.</summary>
    public static string Name(DrillKind kind) => kind switch
    {
        DrillKind.Freeze => DrillTexts.Freeze,
        DrillKind.Blank => DrillTexts.Blank,
        DrillKind.Disconnect => DrillTexts.Disconnect,
        DrillKind.Corrupt => DrillTexts.Corrupt,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of drill."),
    };

    /// <summary>What is done to the pictures.</summary>
    public static string What(DrillKind kind) => kind switch
    {
        DrillKind.Freeze => DrillTexts.FreezeWhat,
        DrillKind.Blank => DrillTexts.BlankWhat,
        DrillKind.Disconnect => DrillTexts.DisconnectWhat,
        DrillKind.Corrupt => DrillTexts.CorruptWhat,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of drill."),
    };

    /// <summary>Within a report.</summary>
    public static string Reported(DrillKind kind) => kind switch
    {
        DrillKind.Freeze => DrillTexts.KindFreeze,
        DrillKind.Blank => DrillTexts.KindBlank,
        DrillKind.Disconnect => DrillTexts.KindDisconnect,
        DrillKind.Corrupt => DrillTexts.KindCorrupt,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of drill."),
    };

    public static string Reported(DrillVerdict verdict) => verdict switch
    {
        DrillVerdict.Passed => DrillTexts.VerdictPassed,
        DrillVerdict.Failed => DrillTexts.VerdictFailed,
        DrillVerdict.NotJudged => DrillTexts.VerdictNotJudged,
        DrillVerdict.Aborted => DrillTexts.VerdictAborted,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Unknown verdict."),
    };
}
