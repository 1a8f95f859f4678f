using System.Diagnostics;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Sessions;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Tests.Inference.Scene;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Measurements;

/// <summary>What the score of one picture of 270 × 180 costs, and how much of that is not ONNX Runtime.</summary>
[Trait("Category", "Measurement")]
[Collection(AloneGroup.Name)]
public sealed class ScorerCost(ITestOutputHelper output)
{
    private const int Rounds = 40;
    private const int Frames = 25;

    private static readonly SceneGeometry Geometry = new(270, 180);
    private static readonly SceneModel Model = ScenePictures.Model(Geometry);
    private static readonly GreyPicture[] Pictures = [.. Enumerable.Range(0, Frames).Select(frame => ScenePictures.Of(Geometry, frame))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Scorer270x180_FramesPerSecond(int threads)
    {
        using var scorer = new SceneScorer(Model, Sessions(threads));
        Score(scorer);
        var times = Enumerable.Range(0, Rounds).Select(_ => Milliseconds(() => Score(scorer))).ToArray();

        output.Report(new
        {
            Name = "Scene scorer, 270x180",
            Threads = threads,
            MsMedian = Measure.Median(times),
            MsBest = times.Min(),
            FramesPerSecond = 1000 / Measure.Median(times),
        });
    }

    /// <summary>The scorer's whole call beside the bare run of the same model on inputs of the same kind.</summary>
    [Fact]
    public void Scorer270x180_BesideTheBareRun()
    {
        using var scorer = new SceneScorer(Model, Sessions(1));
        using var bare = new BoundSession(Sessions(1).Open(SceneModelFile.Write(Model), "The scene model"));
        foreach (var (name, shape) in SceneGraph.Inputs(Geometry))
        {
            var values = bare.Input<float>(name, shape);
            (name switch
            {
                SceneGraph.Previous => Pictures[0].Floats(),
                SceneGraph.Current => Pictures[1].Floats(),
                SceneGraph.MaskSmall or SceneGraph.MaskLarge => [.. values.Select(_ => 1f)],
                _ => values,
            }).CopyTo(values, 0);
        }

        foreach (var (name, shape) in SceneGraph.Outputs(Geometry))
        {
            bare.Output<float>(name, shape);
        }

        Score(scorer);
        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            // One after the other, so that whatever else the machine does falls on both.
            var ours = Milliseconds(() => Score(scorer));
            ratios.Add(ours / Milliseconds(() => Run(bare)));
        }

        output.Report(new { Name = "Scene scorer's whole call over the bare session run", Ratio = Measure.Median(ratios), Least = ratios.Min(), Most = ratios.Max() });
    }

    private static SessionFactory Sessions(int threads) => new(InferenceSettings.Default with { Threads = threads });

    private static double Milliseconds(Action frames)
    {
        var watch = Stopwatch.StartNew();
        frames();
        return watch.Elapsed.TotalMilliseconds / Frames;
    }

    private static void Score(SceneScorer scorer)
    {
        foreach (var picture in Pictures)
        {
            scorer.Score(picture);
        }
    }

    private static void Run(BoundSession session)
    {
        for (var i = 0; i < Frames; i++)
        {
            session.Run();
        }
    }
}
