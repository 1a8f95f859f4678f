using EdgeCctv.Core.Inference.Scene.Watch;
using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Console;

/// <summary>One model and what can be done to it. Nothing is asked first: a toast takes it back.</summary>
public sealed partial class SceneModelRow : ComponentBase
{
    private bool _isRenaming;
    private string _name = "";
    private string? _refusal;

    [Parameter, EditorRequired]
    public required SceneModelEntry Model { get; set; }

    [Parameter]
    public bool IsActive { get; set; }

    [Inject]
    public required SceneWatch Watch { get; init; }

    [Inject]
    public required ToastBoard Toasts { get; init; }

    private void AskName() => (_isRenaming, _name, _refusal) = (true, Model.Name, null);

    private void Forget() => (_isRenaming, _refusal) = (false, null);

    private void Choose() => Take(Watch.Library.Choose(Model.Name, Operators.AtTheConsole), Told.With(SceneTexts.ToastChosen, Model.Name));

    private void Undo() => Take(Watch.Library.Undo(Model.Name, Operators.AtTheConsole), Told.With(SceneTexts.ToastUndone, Model.Name));

    private void Rename() => Take(Watch.Library.Rename(Model.Name, _name, Operators.AtTheConsole), Told.With(SceneTexts.ToastRenamed, Model.Name, SceneModelName.Clean(_name)));

    private void Delete() => Take(Watch.Library.Delete(Model.Name, Operators.AtTheConsole), Told.With(SceneTexts.ToastDeleted, Model.Name));

    private void Take(SceneReply reply, string done)
    {
        if (reply.IsDone)
        {
            (_refusal, _isRenaming) = (null, false);
            Toasts.Say(reply, done);
        }
        else
        {
            _refusal = Sentences.Of(reply.Message);
        }
    }
}
