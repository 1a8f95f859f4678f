using EdgeCctv.Core.Statistics;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Tests.Live;

public sealed class ScreenTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly Screens _screens = new();

    [Fact]
    public void Open_TwoScreens_AreListedWithTheirNumbersUntilTheirCircuitsEnd()
    {
        using var console = Screen(ScreenKind.Console, "10.0.0.7");
        var kiosk = Screen(ScreenKind.Kiosk, null);
        Assert.Equal([(1, ScreenKind.Console, "10.0.0.7"), (2, ScreenKind.Kiosk, null)], Listed());

        kiosk.Dispose();

        Assert.Equal([(1, ScreenKind.Console, "10.0.0.7")], Listed());
    }

    [Fact]
    public void NeverOpened_AsWhileThePageIsRenderedBeforehand_IsNotListed()
    {
        using var screen = new Screen(_screens, _time);

        Assert.Empty(_screens.Open);
    }

    [Fact]
    public void OnPainted_KeepsTheNewestPictureAndTheLatencyOfTheLastMinute()
    {
        using var screen = Screen(ScreenKind.Console, null);
        foreach (var milliseconds in (int[])[10, 20, 400])
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            screen.OnPainted(milliseconds, new PaintTiming(default, default, default, default, TimeSpan.FromMilliseconds(milliseconds)));
        }

        var known = screen.Read();
        Assert.Equal((400, 3, new LatencyPercentiles(20, 400, 400)), (known.Sequence, known.Painted, known.Latency!.Value));
        Assert.Equal(_time.GetTimestamp(), known.PaintedAt);

        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(screen.Read().Latency);
        Assert.Equal(400, screen.Read().Sequence);
    }

    [Fact]
    public void OnJudged_IsKeptAndToldToWhoeverListens()
    {
        using var screen = Screen(ScreenKind.Console, null);
        var told = new List<(Screen, string)>();
        _screens.Judged += (one, verdict) => told.Add((one, verdict.Word));

        screen.OnJudged("camera-silent", TimeSpan.FromSeconds(1.8));
        screen.OnJudged("live", TimeSpan.Zero);

        Assert.Equal([(screen, "camera-silent"), (screen, "live")], told);
        Assert.True(screen.Read().Verdict.IsLive);
    }

    [Fact]
    public void OnConnection_BrowserGone_IsListedAsNotConnected()
    {
        using var screen = Screen(ScreenKind.Console, null);

        screen.OnConnection(false);

        Assert.False(screen.Read().IsConnected);
        Assert.Single(_screens.Open);
    }

    [Fact]
    public void OnConnection_EveryBreak_IsCountedOnceThoughItIsOver()
    {
        using var screen = Screen(ScreenKind.Console, null);
        foreach (var isUp in (bool[])[true, false, false, true, true, false, true])
        {
            screen.OnConnection(isUp);
        }

        Assert.Equal((2, true), (screen.Read().Disconnects, screen.Read().IsConnected));
    }

    [Fact]
    public void Open_TheListIsReadMeanwhile_NoScreenIsInItWithoutItsNumber()
    {
        var seen = new List<long>();
        using var screen = new Screen(_screens, new TellingClock(() => seen.AddRange(_screens.Open.Select(one => one.Glance().Number))));

        screen.Open(ScreenKind.Console, null);
        screen.Open(ScreenKind.Kiosk, null);

        Assert.DoesNotContain(0, seen);
        Assert.Equal([(2, ScreenKind.Kiosk, null)], Listed());
    }

    private IEnumerable<(long, ScreenKind, string?)> Listed() =>
        _screens.Open.Select(screen => screen.Read()).Select(known => (known.Number, known.Kind, known.Address));

    private Screen Screen(ScreenKind kind, string? address)
    {
        var screen = new Screen(_screens, _time);
        screen.Open(kind, address);
        return screen;
    }

    // Tells whenever it is read, as in the middle of what it is read for.
    private sealed class TellingClock(Action onRead) : TimeProvider
    {
        public override long GetTimestamp()
        {
            onRead();
            return base.GetTimestamp();
        }
    }
}
