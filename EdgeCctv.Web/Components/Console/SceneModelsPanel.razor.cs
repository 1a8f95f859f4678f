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

    [Inject]
    public required SceneWatch Watch { get; init; }

    private SceneWatchStatus Scene => Feed.Current.Scene;

    private void Freeze(bool isFrozen) => _answer = Said(Watch.Library.SetFrozen(isFrozen, Operator));

    private async Task ImportAsync(IBrowserFile file)
    {
        if (file.Size > SceneModelFile.MostBytes)
        {
            _answer = $"'{file.Name}' is too large for a model of a scene: at most {SceneModelFile.MostBytes >> 20} MB.";
            return;
        }

        try
        {
            await using var stream = file.OpenReadStream(SceneModelFile.MostBytes);
            using var content = new MemoryStream();
            await stream.CopyToAsync(content);
            _answer = Watch.Library.Import(Path.GetFileNameWithoutExtension(file.Name), content.ToArray(), Operator).Message;
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            _answer = $"'{file.Name}' did not arrive whole: {broken.Message}";
        }
    }

    private static string? Said(SceneReply reply) => reply.IsDone ? null : reply.Message;
}
