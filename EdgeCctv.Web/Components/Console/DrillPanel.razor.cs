using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Web.Drill;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Console;

/// <summary>Begins and ends drills, each after a question, and shows what came of the last one. Not there when drills are switched off.</summary>
public sealed partial class DrillPanel : FeedComponent
{
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
            var reply = Drill.Begin(kind, Operators.AtTheConsole);
            _refusal = reply.Kind == DrillReplyKind.Done ? null : reply.Message;
        }

        Forget();
    }

    private void End() => Drill.End(Operators.AtTheConsole);

    private static string Progress(DrillProgress drill) => drill.IsOver
        ? Told.With(DrillTexts.ProgressOver, Sentences.Of(drill.By))
        : Told.With(DrillTexts.ProgressLeft, Sentences.Of(drill.By), Told.Number(Math.Ceiling(drill.Remaining.TotalSeconds)));
}
