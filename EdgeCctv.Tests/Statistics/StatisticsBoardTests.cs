using EdgeCctv.Core.Statistics;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Statistics;

public sealed class StatisticsBoardTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTimeProvider _time = new();
    private readonly StatisticsBoard _board;

    public StatisticsBoardTests() => _board = new StatisticsBoard(_time);

    [Fact]
    public void Read_TwoSessions_CountsEachAndAll()
    {
        Publish(_board, 5);
        _board.OnCleared();
        Assert.Equal((0, 5), Frames(_board));

        Publish(_board, 3);

        Assert.Equal((3, 8), Frames(_board));
    }

    [Fact]
    public void Reset_ByCommand_BeginsTheSessionAnewAndKeepsTheTotal()
    {
        RunSeconds(3, perSecond: 10);
        _board.OnPainted(Timing(send: 1000));
        _board.OnAnalysed(isAnomaly: true);

        _board.Reset();

        var after = _board.Read();
        Assert.Equal((0, 30), (after.SessionFrames, after.TotalFrames));
        Assert.Equal((0, 0, null), (after.AnalysedFrames, after.AnomaliesLast1k, after.Latency));
        Assert.Empty(after.FpsSamples);
    }

    [Fact]
    public void OnPublished_EveryNFrames_ResetsTheSession()
    {
        var board = new StatisticsBoard(_time, resetEveryFrames: 10);

        Publish(board, 9);
        Assert.Equal((9, 9), Frames(board));
        Publish(board, 1);
        Assert.Equal((0, 10), Frames(board));
        Publish(board, 12);
        Assert.Equal((2, 22), Frames(board));
    }

    [Fact]
    public void OnPublished_NeverReset_CountsOn()
    {
        Publish(_board, 100_000);

        Assert.Equal((100_000, 100_000), Frames(_board));
    }

    [Fact]
    public void Fps_FullSecond_IsItsFrames()
    {
        RunSeconds(1, perSecond: 15);

        Assert.Equal(15, _board.Read().Fps);
    }

    [Fact]
    public void Fps_BeforeTheFirstFullSecond_IsZero()
    {
        Publish(_board, 20);

        var (fps, average) = (_board.Read().Fps, _board.Read().AvgFps30s);

        Assert.Equal((0, 0), (fps, average));
    }

    [Fact]
    public void Fps_CameraStartsLate_CountsSecondsFromTheFirstFrame()
    {
        _time.Advance(10.7 * Second);
        RunSeconds(2, perSecond: 10);

        Assert.Equal([10, 10], _board.Read().FpsSamples);
    }

    [Fact]
    public void AvgFps30s_LongRun_IsTheMeanOfTheLastThirtySeconds()
    {
        RunSeconds(30, perSecond: 50);
        RunSeconds(15, perSecond: 10);
        RunSeconds(15, perSecond: 20);

        Assert.Equal(15, _board.Read().AvgFps30s);
        Assert.Equal(30, _board.Read().FpsSamples.Count);
    }

    [Fact]
    public void AvgFps30s_Stall_CountsItsSecondsAsZero()
    {
        RunSeconds(15, perSecond: 20);

        _time.Advance(15 * Second);

        var statistics = _board.Read();
        Assert.Equal((0, 10), (statistics.Fps, statistics.AvgFps30s));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Windows_WallClockSteps_ChangeNothing(int days)
    {
        RunSeconds(2, perSecond: 10);
        _board.OnPainted(Timing(send: 1000));

        _time.StepWallClock(TimeSpan.FromDays(days));
        RunSeconds(2, perSecond: 10);

        var statistics = _board.Read();
        Assert.Equal([10, 10, 10, 10], statistics.FpsSamples);
        Assert.Equal(1000, statistics.Latency?.Max);
    }

    [Fact]
    public void Latency_OverAMinuteOld_IsForgotten()
    {
        Publish(_board, 1);
        _board.OnPainted(Timing(send: 1000));
        Assert.Equal(1000, _board.Read().Latency?.P95);

        _time.Advance(61 * Second);

        Assert.Equal((null, null), (_board.Read().Latency, _board.Read().LatencyParts));
    }

    [Fact]
    public void LatencyParts_Paintings_AreThePercentilesOfEachPartByItself()
    {
        foreach (var n in Enumerable.Range(1, 100))
        {
            // A slow preparation goes with a quick paint here: the parts' ranks are not those of the total.
            _board.OnPainted(Timing(drift: 3, prepare: n, wait: 2 * n, send: 5, paint: 101 - n));
        }

        var statistics = _board.Read();
        Assert.Equal(
            new LatencyParts(new(3, 3), new(50, 95), new(100, 190), new(5, 5), new(50, 95)),
            statistics.LatencyParts);
        Assert.Equal(new LatencyPercentiles(209, 299, 309), statistics.Latency);
    }

    [Fact]
    public void LatencyParts_Reset_AreForgotten()
    {
        _board.OnPainted(Timing(paint: 7));

        _board.Reset();

        Assert.Null(_board.Read().LatencyParts);
    }

    [Fact]
    public void Latency_BeyondTheBound_TheOldestGiveWay()
    {
        const int Bound = 18_000;
        _board.OnPainted(Timing(paint: 1000));
        for (var i = 0; i < Bound; i++)
        {
            _board.OnPainted(Timing(paint: 1));
        }

        Assert.Equal((1, 1), (_board.Read().Latency?.Max, _board.Read().LatencyParts?.Paint.P95));
    }

    [Fact]
    public void OnAnalysed_Anomalies_AreCounted()
    {
        _board.OnAnalysed(isAnomaly: true);
        _board.OnAnalysed(isAnomaly: false);

        Assert.Equal((2, 1), (_board.Read().AnalysedFrames, _board.Read().AnomaliesLast1k));
    }

    private static PaintTiming Timing(double drift = 0, double prepare = 0, double wait = 0, double send = 0, double paint = 0) => new(
        TimeSpan.FromMilliseconds(drift),
        TimeSpan.FromMilliseconds(prepare),
        TimeSpan.FromMilliseconds(wait),
        TimeSpan.FromMilliseconds(send),
        TimeSpan.FromMilliseconds(paint));

    private static (long Session, long Total) Frames(StatisticsBoard board) => (board.Read().SessionFrames, board.Read().TotalFrames);

    private static void Publish(StatisticsBoard board, int frames)
    {
        var frame = TestFrames.Frame(1);
        for (var i = 0; i < frames; i++)
        {
            board.OnPublished(frame);
        }
    }

    private void RunSeconds(int seconds, int perSecond)
    {
        for (var i = 0; i < seconds * perSecond; i++)
        {
            Publish(_board, 1);
            _time.Advance(Second / perSecond);
        }
    }
}
