using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Scene.Watch;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace EdgeCctv.Web.Components.Console;

/// <summary>The models of this camera's scene, and how others come in.</summary>
public sealed partial class SceneModelsPanel : FeedComponent
{
    private const string Operator = "an operator at the console";

    private string? _answer;
    private bool _isRefused;

    [Inject]
    public required SceneWatch Watch { get; init; }

    private SceneWatchStatus Scene => Feed.Current.Scene;

    private void Freeze(bool isFrozen)
    {
        var reply = Watch.Library.SetFrozen(isFrozen, Operator);
        Say(reply.IsDone ? null : reply.Message, !reply.IsDone);
    }

    private async Task ImportAsync(IBrowserFile file)
    {
        if (file.Size > SceneModelFile.MostBytes)
        {
            Say($"'{file.Name}' is too large for a model of a scene: at most {SceneModelFile.MostBytes >> 20} MB.", isRefused: true);
            return;
        }

        try
        {
            await using var stream = file.OpenReadStream(SceneModelFile.MostBytes);
            using var content = new MemoryStream();
            await stream.CopyToAsync(content);
            var reply = Watch.Library.Import(Path.GetFileNameWithoutExtension(file.Name), content.ToArray(), Operator);
            Say(reply.Message, !reply.IsDone);
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            Say($"'{file.Name}' did not arrive whole: {broken.Message}", isRefused: true);
        }
    }

    private void Say(string? answer, bool isRefused) => (_answer, _isRefused) = (answer, isRefused);
}
