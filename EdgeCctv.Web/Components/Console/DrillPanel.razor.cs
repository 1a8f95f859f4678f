using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Web.Drill;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Console;

/// <summary>Begins and ends drills, each after a question, and shows what came of the last one. Not there when drills are switched off.</summary>
public sealed partial class DrillPanel : FeedComponent
{
    private const string Operator = "an operator at the console";

    private DrillKind? _asked;
    private string? _refusal;

    [Inject]
    public required DrillCoordinator Drill { get; init; }

    private void Ask(DrillKind kind) => (_asked, _refusal) = (kind, null);

    private void Forget() => _asked = null;

    private void Begin()
    {
        if (_asked is { } kind)
        {
            var reply = Drill.Begin(kind, Operator);
            _refusal = reply.Kind == DrillReplyKind.Done ? null : $"No drill: {reply.Message}";
        }

        Forget();
    }

    private void End() => Drill.End(Operator);

    private static string Progress(DrillProgress drill) => drill.IsOver
        ? $"Begun by {drill.By}. The source is as it was; waiting until every screen is live again."
        : $"Begun by {drill.By}. {Math.Ceiling(drill.Remaining.TotalSeconds):0} s left.";

    private static string Name(DrillKind kind) => kind switch
    {
        DrillKind.Freeze => "Freeze",
        DrillKind.Blank => "Blank",
        DrillKind.Disconnect => "Disconnect",
        DrillKind.Corrupt => "Corrupt",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of drill."),
    };

    private static string What(DrillKind kind) => kind switch
    {
        DrillKind.Freeze => "The camera repeats one picture.",
        DrillKind.Blank => "The camera sends an even dark picture.",
        DrillKind.Disconnect => "The connection to the camera is cut and refused.",
        DrillKind.Corrupt => "Every picture of the camera arrives damaged.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of drill."),
    };
}
