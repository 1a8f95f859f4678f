using EdgeCctv.Core.Inference.Scene.Watch;
using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Console;

/// <summary>Tries a threshold on the last ten minutes before it is put in force.</summary>
public sealed partial class SceneThresholdPanel : FeedComponent
{
    private const double Least = 0.5;
    private const double Step = 0.1;

    private double? _tried;
    private string? _refusal;

    [Inject]
    public required SceneWatch Watch { get; init; }

    [Inject]
    public required ToastBoard Toasts { get; init; }

    private SceneWatchStatus Scene => Feed.Current.Scene;

    private double Shown(float threshold) => _tried ?? Math.Round(threshold, 1);

    // Steady while the model is: a scale that moves under the finger is of no use.
    private static double Most(SceneModelEntry model) => Math.Max(10, Math.Ceiling(model.Info.Threshold * 3));

    private void Use() =>
        Take(Watch.Library.SetThreshold((float?)_tried, Operators.AtTheConsole), Told.With(SceneTexts.ToastThreshold, SceneWatchWords.Score((float?)_tried)));

    private void UseOwn()
    {
        if (Scene.IsThresholdChosen)
        {
            Take(Watch.Library.SetThreshold(null, Operators.AtTheConsole), SceneTexts.ToastOwnThreshold);
        }

        // Only tried so far: the slider goes back, and there is nothing to take back.
        _tried = null;
    }

    private void Take(SceneReply reply, string done)
    {
        (_tried, _refusal) = (null, reply.IsDone ? null : Sentences.Of(reply.Message));
        if (reply.IsDone)
        {
            Toasts.Say(reply, done);
        }
    }
}
