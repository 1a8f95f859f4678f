using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Scene.Watch;
using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace EdgeCctv.Web.Components.Console;

/// <summary>The models of this camera's scene, and how others come in.</summary>
public sealed partial class SceneModelsPanel : FeedComponent
{
    private string? _answer;
    private bool _isRefused;

    [Inject]
    public required SceneWatch Watch { get; init; }

    [Inject]
    public required ToastBoard Toasts { get; init; }

    private SceneWatchStatus Scene => Feed.Current.Scene;

    private void Freeze(bool isFrozen)
    {
        var reply = Watch.Library.SetFrozen(isFrozen, Operators.AtTheConsole);
        Say(reply.IsDone ? null : reply.Message, !reply.IsDone);
        if (reply.IsDone)
        {
            Toasts.Say(reply, isFrozen ? SceneTexts.ToastFrozen : SceneTexts.ToastUnfrozen);
        }
    }

    private async Task ImportAsync(IBrowserFile file)
    {
        if (file.Size > SceneModelFile.MostBytes)
        {
            Say(Told.With(SceneTexts.ImportTooLarge, file.Name, SceneModelFile.MostBytes >> 20), isRefused: true);
            return;
        }

        try
        {
            await using var stream = file.OpenReadStream(SceneModelFile.MostBytes);
            using var content = new MemoryStream();
            await stream.CopyToAsync(content);
            var reply = Watch.Library.Import(Path.GetFileNameWithoutExtension(file.Name), content.ToArray(), Operators.AtTheConsole);
            Say(reply.Message, !reply.IsDone);
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            Say(Told.With(SceneTexts.ImportBroken, file.Name, broken.Message), isRefused: true);
        }
    }

    private void Say(string? answer, bool isRefused) => (_answer, _isRefused) = (Sentences.OrNone(answer), isRefused);
}
