using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Sessions;

namespace EdgeCctv.Tests.Inference.Scene;

public sealed class SceneScorerTests
{
    private static readonly SessionFactory Sessions = new(InferenceSettings.Default);
    private static readonly SceneGeometry Geometry = new(64, 64);
    private static readonly SceneModel Model = ScenePictures.Model(Geometry);

    [Fact]
    public void Score_Stream_IsTheScoreOfTheMeanOfTheLastSevenPairs()
    {
        using var scorer = new SceneScorer(Model, Sessions);
        var maps = new List<LiteralMaps>();
        Assert.Equal(SceneStep.First, scorer.Score(ScenePictures.Of(Geometry, 0)));

        for (var frame = 1; frame <= 9; frame++)
        {
            maps.Add(LiteralScene.Maps(ScenePictures.Of(Geometry, frame - 1).Plane(), ScenePictures.Of(Geometry, frame).Plane()));

            Assert.Equal(SceneStep.Compared, scorer.Score(ScenePictures.Of(Geometry, frame)));

            var expected = LiteralScene.Score(Model, [.. maps.TakeLast(7)]);
            Assert.Equal(expected.Score, scorer.Result.Score, 1e-3);
            Assert.Equal(maps[^1].MotionShare, scorer.Result.MotionShare, 1e-6);
            Near.Assert(expected.Fast, scorer.Result.Fast, 1e-3);
            Near.Assert(expected.Wide, scorer.Result.Wide, 1e-3);
            Near.Assert(expected.Odd, scorer.Result.Odd, 1e-3);
            Near.Assert(expected.Heat, scorer.Result.Heat, 1e-3);
            Assert.Equal(expected.Cues.Select(cue => (float)cue), scorer.Result.Cues.ToArray(), (a, b) => Math.Abs(a - b) < 1e-3);
        }
    }

    [Fact]
    public void Reset_StartsAsIfNothingHadBeen()
    {
        using var scorer = new SceneScorer(Model, Sessions);
        var expected = Stream(scorer, 5, 6, 7);
        Stream(scorer, 1, 2, 3);
        scorer.Reset();

        Assert.Equal(SceneStep.First, scorer.Score(ScenePictures.Of(Geometry, 5)));
        Assert.Equal(expected, Stream(scorer, 6, 7));
    }

    [Fact]
    public void Score_SamePictureAgain_ChangesNothing()
    {
        using var scorer = new SceneScorer(Model, Sessions);
        var expected = Stream(scorer, 1, 2, 3, 4);
        scorer.Reset();
        Stream(scorer, 1, 2, 3);

        Assert.Equal(SceneStep.Repeated, scorer.Score(ScenePictures.Of(Geometry, 3)));
        Assert.Equal(expected, Stream(scorer, 4));
    }

    [Fact]
    public void Score_WholePictureChanges_SaysSoAndForgets()
    {
        using var scorer = new SceneScorer(Model, Sessions);
        var expected = Stream(scorer, 5, 6);
        Stream(scorer, 1, 2, 3);

        Assert.Equal(SceneStep.WholeSceneChange, scorer.Score(Negative(ScenePictures.Of(Geometry, 4))));
        Assert.Equal(SceneStep.WholeSceneChange, scorer.Score(ScenePictures.Of(Geometry, 5)));
        Assert.InRange(scorer.Result.MotionShare, 0.6f, 1);
        Assert.Equal(expected, Stream(scorer, 6));
    }

    [Fact]
    public void Score_EverythingMasked_IsAsIfNothingMoved()
    {
        using var scorer = new SceneScorer(Model, Sessions);
        scorer.SmallMask.Clear();
        scorer.LargeMask.Clear();

        Stream(scorer, 1, 2);

        Assert.Equal([0f, 0, 0], scorer.Result.Cues.ToArray());
        scorer.SmallMask.Fill(1);
        scorer.LargeMask.Fill(1);
        Stream(scorer, 3);
        Assert.All(scorer.Result.Cues.ToArray(), cue => Assert.True(cue > 0));
    }

    [Fact]
    public void Score_ManyPictures_AllocatesNothing()
    {
        using var scorer = new SceneScorer(Model, Sessions);
        GreyPicture[] pictures = [.. Enumerable.Range(1, 20).Select(frame => ScenePictures.Of(Geometry, frame))];
        var total = ScoreAll();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var again = ScoreAll();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.NotEqual(0, total + again);

        float ScoreAll()
        {
            var sum = 0f;
            foreach (var picture in pictures)
            {
                scorer.Score(picture);
                sum += scorer.Result.Score + scorer.Result.Heat[3];
            }

            return sum;
        }
    }

    [Fact]
    public void Score_PictureOfAnotherSize_SaysBothSizes()
    {
        using var scorer = new SceneScorer(Model, Sessions);

        var refused = Assert.Throws<AnalysisException>(() => scorer.Score(ScenePictures.Of(new SceneGeometry(66, 64), 1)));

        Assert.Contains("learnt from pictures of 64x64, this one has 66x64", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_ResultOverflows_IsRefused()
    {
        using var scorer = new SceneScorer(Model with { Precision = [.. Enumerable.Repeat(float.MaxValue, 100)] }, Sessions);
        scorer.Score(ScenePictures.Of(Geometry, 1));

        var refused = Assert.Throws<AnalysisException>(() => scorer.Score(ScenePictures.Of(Geometry, 2)));

        Assert.Contains("not a number", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Terminate_NextScore_IsRefused()
    {
        using var scorer = new SceneScorer(Model, Sessions);
        Stream(scorer, 1, 2);

        scorer.Terminate();

        Assert.Throws<AnalysisException>(() => scorer.Score(ScenePictures.Of(Geometry, 3)));
    }

    [Fact]
    public void New_ImpossibleModel_IsRefused() =>
        Assert.Throws<AnalysisException>(() => new SceneScorer(Model with { Speed = [1] }, Sessions));

    /// <summary>The score of the last of these frames.</summary>
    private static float Stream(SceneScorer scorer, params int[] frames)
    {
        foreach (var frame in frames)
        {
            scorer.Score(ScenePictures.Of(Geometry, frame));
        }

        return scorer.Result.Score;
    }

    private static GreyPicture Negative(GreyPicture picture) => picture with { Pixels = [.. picture.Pixels.Select(pixel => (byte)(255 - pixel))] };
}
