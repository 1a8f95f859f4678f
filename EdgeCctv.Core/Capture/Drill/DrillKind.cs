namespace EdgeCctv.Core.Capture.Drill;

/// <summary>What a rehearsal does to the camera's pictures, behind the camera and before anybody sees them.</summary>
public enum DrillKind
{
    /// <summary>The camera goes on sending, but always the picture of the moment at which the drill began.</summary>
    Freeze,

    /// <summary>It goes on sending, but an even dark picture, always the same.</summary>
    Blank,

    /// <summary>The connection is cut, and refused until the drill ends.</summary>
    Disconnect,

    /// <summary>Every picture arrives damaged.</summary>
    Corrupt,
}

public static class DrillKinds
{
    public static readonly IReadOnlyList<DrillKind> All = Enum.GetValues<DrillKind>();

    /// <summary>For machines: one word in lower case.</summary>
    public static string Word(this DrillKind kind) => kind switch
    {
        DrillKind.Freeze => "freeze",
        DrillKind.Blank => "blank",
        DrillKind.Disconnect => "disconnect",
        DrillKind.Corrupt => "corrupt",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of drill."),
    };

    /// <summary>True where the camera goes on sending what must be seen to repeat itself; else its pictures stop coming.</summary>
    public static bool RepeatsPicture(this DrillKind kind) => kind is DrillKind.Freeze or DrillKind.Blank;
}
