using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Sessions;

namespace EdgeCctv.Tests.Inference.Scene;

/// <summary>The learner's arithmetic in C# and the graph in ONNX Runtime are two descriptions of one thing.</summary>
public sealed class SceneAgreementTests
{
    private static readonly SessionFactory Sessions = new(InferenceSettings.Default);

    [Theory]
    [InlineData(270, 180)]
    [InlineData(64, 64)]
    [InlineData(134, 98)]
    public void Score_Stream_IsTheSameInBoth(int width, int height)
    {
        var model = ScenePictures.Model(new SceneGeometry(width, height));
        var reference = new PictureScorer(model);
        using var scorer = new SceneScorer(model, Sessions);

        foreach (var picture in Pictures(model.Geometry))
        {
            var expected = reference.Score(picture);

            Assert.Equal(reference.Step, scorer.Score(picture));
            if (expected is { } score)
            {
                Assert.Equal(score, scorer.Result.Score, 1e-3);
                Assert.Equal(reference.Result.IsSteady, scorer.Result.IsSteady);
                Assert.Equal(reference.Result.MotionShare, scorer.Result.MotionShare, 1e-6);
                AssertNear(reference.Result.Fast, scorer.Result.Fast);
                AssertNear(reference.Result.Wide, scorer.Result.Wide);
                AssertNear(reference.Result.Odd, scorer.Result.Odd);
                AssertNear(reference.Result.Heat, scorer.Result.Heat);
                AssertPlace(reference.Result, scorer.Result);
            }
        }
    }

    /// <summary>Long enough for the empty scene to be known, at a rate that makes that short; then something stands where nothing was.</summary>
    [Fact]
    public void Place_SomethingTurnsUp_IsTheSameInBoth()
    {
        var model = ScenePictures.Model(new SceneGeometry(134, 98));
        model = model with { Info = model.Info with { FramesPerSecond = 2 } };
        var reference = new PictureScorer(model);
        using var scorer = new SceneScorer(model, Sessions);
        var road = new RoadPictures(model.Geometry) { Somebody = frame => frame > 45 ? (70, 20) : null };

        for (var frame = 0; frame < 60; frame++)
        {
            var picture = road.Of(frame);
            reference.Score(picture);
            scorer.Score(picture);
            if (frame > 0)
            {
                AssertPlace(reference.Result, scorer.Result);
            }
        }

        Assert.InRange(reference.Result.Place!.Value, 0.2f, 1);
    }

    [Fact]
    public void Score_CellsMasked_IsTheSameInBoth()
    {
        var model = ScenePictures.Model(new SceneGeometry(134, 98));
        var (small, large) = (model.Geometry.Small, model.Geometry.Large);
        var mask = new CellMask(
            [.. Enumerable.Range(0, small.Columns * small.Rows).Select(cell => cell % 3 == 0 ? 0f : 1)],
            [.. Enumerable.Range(0, large.Columns * large.Rows).Select(cell => cell % 4 == 0 ? 0f : 1)]);
        var reference = new PictureScorer(model) { Mask = mask };
        using var scorer = new SceneScorer(model, Sessions);
        mask.Small.CopyTo(scorer.SmallMask);
        mask.Large.CopyTo(scorer.LargeMask);

        foreach (var picture in Pictures(model.Geometry).Take(5))
        {
            var expected = reference.Score(picture);
            scorer.Score(picture);
            if (expected is { } score)
            {
                Assert.Equal(score, scorer.Result.Score, 1e-3);
            }
        }
    }

    // Moving things, a picture that repeats itself, a whole-scene change, and what comes after it.
    private static IEnumerable<GreyPicture> Pictures(SceneGeometry geometry)
    {
        for (var frame = 0; frame < 12; frame++)
        {
            yield return ScenePictures.Of(geometry, frame);
        }

        yield return ScenePictures.Of(geometry, 11);
        var negative = ScenePictures.Of(geometry, 12);
        yield return negative with { Pixels = [.. negative.Pixels.Select(pixel => (byte)(255 - pixel))] };
        for (var frame = 13; frame < 17; frame++)
        {
            yield return ScenePictures.Of(geometry, frame);
        }
    }

    private static void AssertPlace(SceneScore expected, SceneScore actual)
    {
        Assert.Equal(expected.Place is null, actual.Place is null);
        if (expected.Place is { } place)
        {
            Assert.Equal(place, actual.Place!.Value, 1e-3);
            AssertNear(expected.PlaceCells, actual.PlaceCells);
        }
    }

    private static void AssertNear(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var cell = 0; cell < expected.Length; cell++)
        {
            Assert.True(Math.Abs(expected[cell] - actual[cell]) <= 1e-3, $"Cell {cell}: {actual[cell]} instead of {expected[cell]}.");
        }
    }
}
