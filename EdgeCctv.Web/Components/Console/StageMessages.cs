using EdgeCctv.Core.Inference.Detection;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Zones;

namespace EdgeCctv.Web.Components.Console;

/// <summary>What the page answers to a picture.</summary>
/// <param name="IsPainted">False when a newer one was there already.</param>
/// <param name="WayMs">How long the picture was on its way, at most; null when nothing is known of it.</param>
/// <param name="PaintMs">From its arrival until it was on the canvas.</param>
/// <param name="Answer">The number of this answer: the next message says whether it was heard, and when.</param>
internal sealed record PaintAnswer(bool IsPainted, double? WayMs, double PaintMs, long Answer);

/// <summary>What the page is told once a second and at every change.</summary>
/// <param name="Cause">Why the camera gives no live picture; null while it does.</param>
/// <param name="Newest">The number of the newest picture that the server has; null while it has none.</param>
/// <param name="Connection">What becomes of this screen's connection.</param>
/// <param name="Drill">What is being rehearsed, in words; null when all is real.</param>
internal sealed record StageBeat(VeilCause? Cause, long? Newest, StageConnection Connection, string? Drill)
{
    /// <summary>What the page has not heard yet of the analysis; null for nothing.</summary>
    public IReadOnlyList<StageFinding>? Findings { get; init; }

    /// <summary>All zones of the camera, when they are others than the page has heard of.</summary>
    public IReadOnlyList<StageZone>? Zones { get; init; }
}

/// <summary>This screen's connection, in a word for machines and in words for people.</summary>
internal sealed record StageConnection(string State, string Words);

/// <summary>What an analyser found in one frame, to be drawn over it.</summary>
/// <param name="Analyzer">Its name; a newer finding of the same takes the place of this one.</param>
/// <param name="Received">When the frame was received, in milliseconds of the process's monotonic clock.</param>
/// <param name="IsAlarm">Whether it raises an alarm.</param>
/// <param name="Heat">Where the scene is unusual.</param>
/// <param name="Objects">What was seen, the surest first; boxes in pixels of the frame.</param>
internal sealed record StageFinding(
    string Analyzer, double Received, bool IsAlarm, HeatMap? Heat, IReadOnlyList<DetectedObject> Objects);

/// <summary>A zone as the page draws it.</summary>
/// <param name="Name">For people.</param>
/// <param name="Kind">"include", "ignore" or "name".</param>
/// <param name="Corners">As shares of the picture.</param>
internal sealed record StageZone(string Name, string Kind, IReadOnlyList<ZonePoint> Corners);
