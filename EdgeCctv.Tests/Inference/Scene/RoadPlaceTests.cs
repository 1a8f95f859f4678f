using EdgeCctv.Core.Inference.Scene;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Inference.Scene;

/// <summary>
/// From learning to the alarm, on a road with a verge where nobody ever is. Whoever creeps along it or stands there moves too little
/// for any score: only where he is gives him away.
/// </summary>
public sealed class RoadPlaceTests(ITestOutputHelper output)
{
    // Few pictures make ten minutes then; what happens in the pictures goes by their number.
    private const double FramesPerSecond = 2;
    private const double Verge = 30;
    private const int Known = 90;

    private static readonly SceneGeometry Geometry = new(120, 84);
    private static readonly Lazy<SceneModel> Road = new(Learn);

    [Fact]
    public void Learn_Road_WatchesTheVergeAndNotTheLanes()
    {
        var (model, columns) = (Road.Value, Geometry.Small.Columns);

        Assert.InRange(model.Info.PlaceThreshold!.Value, 0.5f, 0.9f);
        Assert.Equal(1, model.Rare[(5 * columns) + 10]);
        Assert.InRange(model.Rare[(8 * columns) + 10], 0, 0.1f);
        Assert.InRange(model.Rare[(10 * columns) + 10], 0, 0.1f);
    }

    [Fact]
    public void Watch_Nobody_IsNoAlarm() => Assert.Equal((0, 0), Alarms(new RoadPictures(Geometry, seed: 2)));

    [Fact]
    public void Watch_SomebodyCreepsAlongTheVerge_IsOutOfPlaceThoughNothingIsUnusual()
    {
        var (unusual, outOfPlace) = Alarms(new RoadPictures(Geometry, seed: 3) { Somebody = frame => frame < Known + 20 ? null : (20 + (0.15 * (frame - Known)), Verge) });

        Assert.Equal(0, unusual);
        Assert.InRange(outOfPlace, 100, int.MaxValue);
    }

    [Fact]
    public void Watch_SomebodyStandsOnTheVerge_IsOutOfPlace()
    {
        var (unusual, outOfPlace) = Alarms(new RoadPictures(Geometry, seed: 4) { Somebody = frame => frame < Known + 20 ? null : (70, Verge) });

        Assert.Equal(0, unusual);
        Assert.InRange(outOfPlace, 60, int.MaxValue);
    }

    [Fact]
    public void Watch_CloudsPass_IsNoAlarm() => Assert.Equal((0, 0), Alarms(new RoadPictures(Geometry, seed: 5)
    {
        Light = frame => 1 + (0.15 * Math.Sin(frame / 20.0)),
        Spot = (frame, x, _) => 1 - (0.35 / (1 + Math.Exp((x - (0.8 * (frame - Known))) / 8))),
    }));

    [Fact]
    public void Watch_HeadlightsSoftSpotCrossesTheVerge_IsNoAlarm() => Assert.Equal((0, 0), Alarms(new RoadPictures(Geometry, seed: 6)
    {
        Spot = (frame, x, y) => 1 + (0.5 * Math.Exp(-(Math.Pow(x - (1.5 * (frame - Known)), 2) + Math.Pow(y - Verge, 2)) / (2 * 14 * 14))),
    }));

    private static SceneModel Learn()
    {
        SceneLearner learner = new(Geometry, FramesPerSecond);
        var road = new RoadPictures(Geometry);
        for (var frame = 0; frame < 560 * FramesPerSecond; frame++)
        {
            learner.Add(road.Of(frame));
        }

        return learner.Finish("day", "clip", DateTimeOffset.UnixEpoch).Model!;
    }

    // Alarmed frames: for what they look like or how they move, and for where something is.
    private (int Unusual, int OutOfPlace) Alarms(RoadPictures road)
    {
        PictureScorer reference = new(Road.Value);
        AlarmRule rule = new(Road.Value.Threshold, Road.Value.Info.PlaceThreshold);
        var (unusual, outOfPlace, most, mostPlace) = (0, 0, 0f, 0f);
        for (var frame = 0; frame < Known + 160; frame++)
        {
            if (reference.Score(road.Of(frame)) is { } score)
            {
                rule.Scored(score, TimeSpan.FromSeconds(frame / FramesPerSecond), reference.Result.Place);
                (most, mostPlace) = (Math.Max(most, score), Math.Max(mostPlace, reference.Result.Place ?? 0));
                (unusual, outOfPlace) = (unusual + (rule.IsUnusual ? 1 : 0), outOfPlace + (rule.IsOutOfPlace ? 1 : 0));
            }
        }

        output.WriteLine($"Largest score {most} of {Road.Value.Threshold}, place {mostPlace} of {Road.Value.Info.PlaceThreshold}; alarmed {unusual} and {outOfPlace}.");
        return (unusual, outOfPlace);
    }
}
