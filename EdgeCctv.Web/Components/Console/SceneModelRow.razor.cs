using EdgeCctv.Core.Inference.Scene.Watch;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Console;

/// <summary>One model and what can be done to it; what cannot be undone is asked for first.</summary>
public sealed partial class SceneModelRow : ComponentBase
{
    private const string Operator = "an operator at the console";

    private Question _asked;
    private string _name = "";
    private string? _refusal;

    private enum Question
    {
        None,
        Rename,
        Delete,
    }

    [Parameter, EditorRequired]
    public required SceneModelEntry Model { get; set; }

    [Parameter]
    public bool IsActive { get; set; }

    [Inject]
    public required SceneWatch Watch { get; init; }

    private void Ask(Question question) => (_asked, _name, _refusal) = (question, Model.Name, null);

    private void Forget() => _asked = Question.None;

    private void Choose() => Take(Watch.Library.Choose(Model.Name, Operator));

    private void Undo() => Take(Watch.Library.Undo(Model.Name, Operator));

    private void Rename() => Take(Watch.Library.Rename(Model.Name, _name, Operator));

    private void Delete() => Take(Watch.Library.Delete(Model.Name, Operator));

    private void Take(SceneReply reply)
    {
        _refusal = reply.IsDone ? null : reply.Message;
        _asked = reply.IsDone ? Question.None : _asked;
    }
}
