using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Inference.Scene;

public sealed class SceneLearnerTests
{
    private static readonly SceneGeometry Geometry = new(96, 64);
    private static readonly Lazy<SceneModel> Street = new(() => Learn(Geometry, Quiet()).Model!);

    private readonly StreetPictures _street = new(Geometry, seed: 2);

    [Fact]
    public void Finish_EnoughSeen_IsAModelOfItsSceneAndRate()
    {
        var model = Street.Value;

        Assert.Equal(Geometry, model.Geometry);
        Assert.Equal(("day", "clip", 10), (model.Info.Name, model.Info.Camera, model.Info.FramesPerSecond));
        Assert.InRange(model.Info.Frames, 900, 1500);
        Assert.Equal(model.Info.Frames / 10d, model.Info.Duration.TotalSeconds, 1e-6);
        Assert.True(model.Threshold > 0);
        Assert.All(model.CueSpread, spread => Assert.InRange(spread, 0.01f, 10));
        Assert.Equal(Geometry.Small.Columns * Geometry.Small.Rows, model.Speed.Length);
        Assert.Equal(Geometry.Large.Columns * Geometry.Large.Rows, model.Perspective.Length);
        Assert.Equal(100, model.Precision.Length);
    }

    /// <summary>Nine tenths of the learnt frames are empty: the medians of all frames would be zero, and every leaf an alarm.</summary>
    [Fact]
    public void Score_EmptyStreet_IsFarBelowTheThreshold() => Assert.All(Scores(_street.Empty(60)), score => Assert.True(score < 0, $"{score}"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Score_SomebodyWalksAsUsual_DoesNotAlarm(bool toTheLeft) =>
        Assert.False(Alarms(_street.Crossing(1.2, 20, toTheLeft)));

    [Fact]
    public void Score_SomebodyRuns_Alarms() => Assert.True(Alarms(_street.Crossing(4.5, 20)));

    [Fact]
    public void Score_BrightnessJumps_IsAWholeSceneChange()
    {
        PictureScorer reference = new(Street.Value);
        reference.Score(_street.Of());

        Assert.Null(reference.Score(Brighter(_street.Of())));
        Assert.Equal(SceneStep.WholeSceneChange, reference.Step);
    }

    [Fact]
    public void Add_RepeatedPictureAndFirstOnes_AreNoFrames()
    {
        SceneLearner learner = new(Geometry, 10);
        var picture = _street.Of();

        learner.Add(picture);
        learner.Add(picture);
        Assert.Equal(0, learner.Progress.Frames);

        learner.Add(_street.Of());
        Assert.Equal(1, learner.Progress.Frames);

        learner.Cut();
        learner.Add(_street.Of());
        Assert.Equal(1, learner.Progress.Frames);
    }

    [Fact]
    public void Add_WholeSceneChange_IsCountedAndNotLearnt()
    {
        SceneLearner learner = new(Geometry, 10);

        learner.Add(_street.Of());
        learner.Add(Brighter(_street.Of()));

        Assert.Equal((0, 1), (learner.Progress.Frames, learner.Progress.WholeSceneChanges));
    }

    [Fact]
    public void Add_OtherSize_IsRefusedWithBothSizes()
    {
        SceneLearner learner = new(Geometry, 10);

        var mistake = Assert.Throws<ArgumentException>(() => learner.Add(new GreyPicture(64, 96, new byte[64 * 96])));

        Assert.Contains("64x96", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("96x64", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Finish_NothingMoved_IsRefusedWithTheReason()
    {
        var outcome = Learn(Geometry, _street.Empty(400));

        Assert.False(outcome.IsModel);
        Assert.Contains("nothing has moved", outcome.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Finish_TooLittleVideo_IsRefusedWithHowMuchIsMissing()
    {
        var outcome = Learn(Geometry, _street.Crossing(1, 20).Take(91));

        Assert.Contains("210 more frames", outcome.Refusal, StringComparison.Ordinal);
    }

    private static LearningOutcome Learn(SceneGeometry geometry, IEnumerable<GreyPicture> pictures)
    {
        SceneLearner learner = new(geometry, 10);
        foreach (var picture in pictures)
        {
            learner.Add(picture);
        }

        return learner.Finish("day", "clip", DateTimeOffset.UnixEpoch);
    }

    // Somebody walks through now and then; the rest of the time nothing moves.
    private static IEnumerable<GreyPicture> Quiet()
    {
        StreetPictures street = new(Geometry);
        return Enumerable.Range(0, 7).SelectMany(i =>
            street.Empty(60).Concat(street.Crossing(1 + (0.1 * (i % 4)), 14 + (3 * (i % 5)))));
    }

    private static List<float> Scores(IEnumerable<GreyPicture> pictures)
    {
        PictureScorer reference = new(Street.Value);
        return [.. pictures.Select(reference.Score).OfType<float>()];
    }

    private static bool Alarms(IEnumerable<GreyPicture> pictures)
    {
        AlarmRule rule = new(Street.Value.Threshold);
        return Scores(pictures).Select((score, i) =>
        {
            rule.Scored(score, TimeSpan.FromSeconds(i * 0.1));
            return rule.IsAlarm;
        }).ToList().Contains(true);
    }

    private static GreyPicture Brighter(GreyPicture picture) =>
        picture with { Pixels = [.. picture.Pixels.Select(pixel => (byte)Math.Min(255, pixel + 60))] };
}
