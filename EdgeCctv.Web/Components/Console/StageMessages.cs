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
internal sealed record StageBeat(VeilCause? Cause, long? Newest, StageConnection Connection, string? Drill);

/// <summary>This screen's connection, in a word for machines and in words for people.</summary>
internal sealed record StageConnection(string State, string Words);
