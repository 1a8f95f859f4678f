using EdgeCctv.Core.Inference.Scene.Watch;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Console;

/// <summary>Tries a threshold on the last ten minutes before it is put in force.</summary>
public sealed partial class SceneThresholdPanel : FeedComponent
{
    private const string Operator = "an operator at the console";
    private const double Least = 0.5;
    private const double Step = 0.1;

    private double? _tried;
    private string? _refusal;

    [Inject]
    public required SceneWatch Watch { get; init; }

    private SceneWatchStatus Scene => Feed.Current.Scene;

    private double Shown(float threshold) => _tried ?? Math.Round(threshold, 1);

    // Steady while the model is: a scale that moves under the finger is of no use.
    private static double Most(SceneModelEntry model) => Math.Max(10, Math.Ceiling(model.Info.Threshold * 3));

    private void Use() => Take(Watch.Library.SetThreshold((float?)_tried, Operator));

    private void UseOwn() => Take(Watch.Library.SetThreshold(null, Operator));

    private void Take(SceneReply reply) => (_tried, _refusal) = (null, reply.IsDone ? null : reply.Message);
}
