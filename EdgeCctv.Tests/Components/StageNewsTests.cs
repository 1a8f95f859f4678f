using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Detection;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Zones;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Components.Console;

namespace EdgeCctv.Tests.Components;

public sealed class StageNewsTests
{
    private static readonly Zone Gate = new("Gate", ZoneKind.Include, [new(.1, .1), new(.5, .1), new(.5, .5)]);
    private static readonly HeatMap Heat = new(1, 1, 0, 0, 1, 1, [255]);

    private readonly ManualTimeProvider _time = new();
    private readonly AnalysisBoard _board = new();
    private readonly ZoneSet _zones = new();
    private readonly StageNews _news;

    public StageNewsTests() => _news = new StageNews(_board, _zones, _time);

    [Fact]
    public void Read_NothingFound_TellsTheZonesOnce()
    {
        var items = _news.Read();
        _news.HeardFindings(items);
        _news.HeardZones(items);

        Assert.Null(items.Findings);
        Assert.Empty(items.Zones!);
        Assert.Null(_news.Read().Zones);
    }

    [Fact]
    public void Read_Findings_TellsEachUntilItWasHeardAndThenOnlyWhatIsNew()
    {
        Publish("scene", 1, new SceneFinding(ScenePhase.Watching) { IsAlarm = true, Heat = Heat });
        Publish("objects", 2, new DetectionFinding([new("person", .9f, new(1, 2, 3, 4))]));
        Assert.Equal(2, _news.Read().Findings!.Count);
        var items = _news.Read();
        Assert.Equal(["objects", "scene"], items.Findings!.Select(one => one.Analyzer));
        _news.HeardFindings(items);
        Assert.Null(_news.Read().Findings);

        Publish("scene", 3, new SceneFinding(ScenePhase.Learning));

        var scene = Assert.Single(_news.Read().Findings!);
        Assert.Equal((3000.0, false, null), (scene.Received, scene.IsAlarm, scene.Heat));
        Assert.Equal((1000.0, true, Heat), (items.Findings![1].Received, items.Findings[1].IsAlarm, items.Findings[1].Heat));
        Assert.Equal("person", Assert.Single(items.Findings[0].Objects).Label);
    }

    [Fact]
    public void Read_FoundWhileTheMessageWasOnItsWay_IsToldNext()
    {
        Publish("scene", 1, new SceneFinding(ScenePhase.Watching));
        var items = _news.Read();
        Publish("scene", 2, new SceneFinding(ScenePhase.Watching));

        _news.HeardFindings(items);

        Assert.Equal(2000, Assert.Single(_news.Read().Findings!).Received);
    }

    [Fact]
    public void Read_ZonesChanged_TellsAllOfThemUntilHeard()
    {
        _news.HeardZones(_news.Read());
        _zones.Replace([Gate]);
        Assert.NotNull(_news.Read().Zones);

        var items = _news.Read();
        _news.HeardZones(items);

        var zone = Assert.Single(items.Zones!);
        Assert.Equal(("Gate", "include"), (zone.Name, zone.Kind));
        Assert.Equal(Gate.Corners, zone.Corners);
        Assert.Null(_news.Read().Zones);
    }

    private void Publish(string analyzer, int second, AnalysisFinding finding) => _board.Publish(
        new AnalysisResult(analyzer, second, second * _time.TimestampFrequency, DateTimeOffset.UnixEpoch, finding, TimeSpan.Zero));
}
