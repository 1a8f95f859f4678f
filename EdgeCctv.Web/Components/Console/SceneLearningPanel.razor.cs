using EdgeCctv.Core.Inference.Scene.Watch;
using EdgeCctv.Web.Language;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Console;

/// <summary>Begins learning, after a question, shows how far it is, and ends it.</summary>
public sealed partial class SceneLearningPanel : FeedComponent
{
    private static readonly (int, string)[] Minutes = [(2, "2"), (10, "10"), (30, "30"), (120, "120")];

    private bool _isAsking;
    private int _minutes = 10;
    private string? _name;
    private string? _refusal;

    [Inject]
    public required SceneWatch Watch { get; init; }

    private SceneWatchStatus Scene => Feed.Current.Scene;

    private string Name => _name ?? Scene.Active?.Name ?? LearningControl.DefaultName;

    private void Ask() => (_isAsking, _name, _refusal) = (true, null, null);

    private void Forget() => (_isAsking, _refusal) = (false, null);

    private void Begin() => Take(Watch.Learn(TimeSpan.FromMinutes(_minutes), Name, Operators.AtTheConsole));

    private void Finish() => Take(Watch.Learning.Stop(Operators.AtTheConsole));

    private void Cancel() => Take(Watch.Learning.Cancel(Operators.AtTheConsole));

    private void Take(SceneReply reply)
    {
        _refusal = reply.IsDone ? null : Sentences.Of(reply.Message);
        _isAsking &= !reply.IsDone;
    }
}
