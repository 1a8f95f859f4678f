using System.Diagnostics;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Tests.Inference.Scene;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Measurements;

/// <summary>What learning a scene costs, on one core.</summary>
[Trait("Category", "Measurement")]
[Collection(AloneGroup.Name)]
public sealed class LearnerCost(ITestOutputHelper output)
{
    [Fact]
    public void Learner_270x180_FramesPerSecondAndTimeToFinish()
    {
        SceneGeometry geometry = new(270, 180);
        StreetPictures street = new(geometry);
        var pictures = Enumerable.Range(0, 8).SelectMany(i => street.Crossing(1.5, 20 * i)).ToArray();
        SceneLearner learner = new(geometry, 10);
        foreach (var picture in pictures)
        {
            learner.Add(picture);
        }

        var watch = Stopwatch.StartNew();
        foreach (var picture in pictures)
        {
            learner.Add(picture);
        }

        var adding = watch.Elapsed;
        watch.Restart();
        var outcome = learner.Finish("day", "clip", DateTimeOffset.UnixEpoch);
        Assert.True(outcome.IsModel, outcome.Refusal);
        output.Report(new
        {
            Name = "Scene learning at 270x180, one core",
            FramesPerSecond = pictures.Length / adding.TotalSeconds,
            FinishSeconds = watch.Elapsed.TotalSeconds,
            Frames = learner.Progress.Frames,
        });
    }
}
