namespace EdgeCctv.Core.Inference.Scene;

/// <summary>What the scene analysis says of one frame.</summary>
/// <param name="Phase">What it is doing.</param>
public sealed record SceneFinding(ScenePhase Phase) : AnalysisFinding
{
    /// <summary>How unusual the frame is; null while there is no model or nothing can be said.</summary>
    public float? Score { get; init; }

    /// <summary>How much is where hardly ever anything is, 0 to 1; null where that cannot be told.</summary>
    public float? Place { get; init; }

    /// <summary>Whether an alarm is on for where something is; then <see cref="IsAlarm"/> is true too.</summary>
    public bool IsOutOfPlace { get; init; }

    /// <summary>A larger score exceeds what is normal; null without a model.</summary>
    public float? Threshold { get; init; }

    /// <summary>Whether an alarm is on: several of the last frames exceeded the threshold. Never while learning or during a whole-scene change.</summary>
    public bool IsAlarm { get; init; }

    /// <summary>Why, in one sentence: "Fast motion, upper left, 2.4× the usual speed there." Null without an alarm.</summary>
    public string? Why { get; init; }

    /// <summary>Where; null when nothing stands out.</summary>
    public HeatMap? Heat { get; init; }

    public override bool IsAnomaly => IsAlarm;
}

/// <summary>What the scene analysis is doing.</summary>
public enum ScenePhase
{
    /// <summary>There is no model, and none is being learnt.</summary>
    Off,

    /// <summary>Normal is being learnt; nothing is alarmed.</summary>
    Learning,

    /// <summary>Every frame is compared with what was learnt.</summary>
    Watching,

    /// <summary>The whole picture changed at once (lights, shake, cut); nothing is alarmed until it is calm again.</summary>
    WholeSceneChange,
}

/// <summary>How unusual each small cell is; cell (c, r) covers <see cref="SceneGeometry.Stride"/> pixels around its centre.</summary>
/// <param name="Columns">Cells in a row.</param>
/// <param name="Rows">Rows of cells.</param>
/// <param name="Left">Left edge of the first cell, as a share of the picture's width.</param>
/// <param name="Top">Top edge of the first cell, as a share of the picture's height.</param>
/// <param name="CellWidth">As a share of the picture's width.</param>
/// <param name="CellHeight">As a share of the picture's height.</param>
/// <param name="Values">One byte a cell, row by row: 0 normal, 128 at the threshold, 255 far above.</param>
public sealed record HeatMap(int Columns, int Rows, double Left, double Top, double CellWidth, double CellHeight, byte[] Values);
