using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Statistics;

public sealed class StatisticsMetersTests : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly TestMeters _meters = new();
    private readonly StatisticsBoard _board;
    private readonly FrameBroadcaster _frames;

    public StatisticsMetersTests()
    {
        _board = new StatisticsBoard(_time);
        _frames = new FrameBroadcaster([_board]);
        _ = new StatisticsMeters(_board, _frames, _time, _meters);
    }

    [Fact]
    public void Reset_StopOrCommand_CountersNeverGoBackAndGaugesBeginAnew()
    {
        Publish(1, 5);
        _board.OnAnalysed(isAnomaly: true);
        _board.Reset();
        _frames.Clear();
        Publish(6, 3);
        _board.OnAnalysed(isAnomaly: false);

        Assert.Equal(8, Value("edgecctv.camera.frames"));
        Assert.Equal(3, Value("edgecctv.camera.session.frames"));
        Assert.Equal((2, 1), (Value("edgecctv.analysis.frames"), Value("edgecctv.analysis.anomalies")));
        Assert.Equal(0, Value("edgecctv.analysis.anomalies.last_1k"));
        Assert.Equal(8, Value("edgecctv.picture.sequence"));
    }

    [Fact]
    public void Picture_NoneThere_SaysNothingRatherThanZero()
    {
        Publish(1, 1);
        _frames.Clear();

        Assert.All(
            ["edgecctv.picture.sequence", "edgecctv.picture.age", "edgecctv.picture.drift", "edgecctv.picture.unchanged", "edgecctv.picture.latency", "edgecctv.picture.latency.part"],
            name => Assert.Empty(_meters.Read(name)));
    }

    [Fact]
    public void Picture_Age_GrowsUntilTheNextOne()
    {
        Publish(1, 1);
        _time.Advance(TimeSpan.FromSeconds(2.5));

        Assert.Equal(2500, Value("edgecctv.picture.age"));
    }

    [Fact]
    public void Latency_ScreensPainted_IsTheirPercentiles()
    {
        foreach (var milliseconds in Enumerable.Range(1, 100))
        {
            _board.OnPainted(new PaintTiming(default, default, default, default, TimeSpan.FromMilliseconds(milliseconds)));
        }

        var latency = _meters.Read("edgecctv.picture.latency");
        Assert.Equal((50, 95, 100, 3), (latency["p50"], latency["p95"], latency["max"], latency.Count));
    }

    [Fact]
    public void LatencyParts_ScreensPainted_ArePercentilesByPart()
    {
        foreach (var milliseconds in Enumerable.Range(1, 100))
        {
            _board.OnPainted(new PaintTiming(default, TimeSpan.FromMilliseconds(7), default, TimeSpan.FromMilliseconds(milliseconds), default));
        }

        var parts = _meters.Read("edgecctv.picture.latency.part");
        Assert.Equal((7, 50, 95, 10), (parts["prepare p95"], parts["send p50"], parts["send p95"], parts.Count));
    }

    [Fact]
    public void Rates_SomeSeconds_AreThoseOfTheBoard()
    {
        for (var second = 0; second < 3; second++)
        {
            Publish((second * 10) + 1, 10 - second);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal((8, 9), (Value("edgecctv.camera.rate"), Value("edgecctv.camera.rate.average")));
    }

    [Fact]
    public void Readers_SlowOnes_TheirSkipsAddUpAndOutliveThem()
    {
        using (_frames.Subscribe())
        using (_frames.Subscribe())
        {
            Publish(1, 4);
            Assert.Equal((2, 6), (Value("edgecctv.readers"), Value("edgecctv.readers.skipped")));
        }

        Assert.Equal((0, 6), (Value("edgecctv.readers"), Value("edgecctv.readers.skipped")));
    }

    public void Dispose() => _meters.Dispose();

    private double Value(string name) => _meters.Read(name)[""];

    private void Publish(int first, int count)
    {
        for (var i = 0; i < count; i++)
        {
            _frames.Publish(TestFrames.Frame(first + i, _time.GetTimestamp()));
        }
    }
}
