using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Core.Frames;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Drill;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Tests.Drill;

/// <summary>When a drill begins and how it ends; on every way out the pictures are no longer disturbed.</summary>
public sealed class DrillCoordinatorTests : IAsyncDisposable
{
    private const int Begun = 360;
    private const int Over = 361;
    private const int OfScreen = 362;
    private const int Ended = 363;
    private const int Refused = 364;
    private const int Broke = 365;

    private readonly DrillRig _rig = new();

    private DrillCoordinator Drill => _rig.Drill;

    private IEnumerable<int> Events => _rig.Log.Lines.Select(line => line.Id);

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Begin_LivePicture_DisturbsItForItsTimeAndSaysSo()
    {
        await _rig.BeginAsync(DrillKind.Disconnect);
        Assert.Equal(DrillKind.Disconnect, _rig.Switch.Kind);
        Assert.Equal(new DrillProgress(DrillKind.Disconnect, "DRILL: connection cut on purpose", "Ann", TimeSpan.FromSeconds(10)), Drill.Current);

        _rig.Pass(9.75);
        Assert.Equal(TimeSpan.FromSeconds(0.25), Drill.Current!.Remaining);
        Assert.Equal(DrillKind.Disconnect, _rig.Switch.Kind);

        _rig.Pass(0.25);
        await _rig.Camera.UntilAsync(() => _rig.Switch.Kind is null);
    }

    [Fact]
    public async Task Over_ScreensAreStillAwaited_IsStillMarked()
    {
        var screen = _rig.OpenScreen();
        await _rig.BeginAsync(DrillKind.Disconnect);
        screen.OnJudged("camera-reconnecting", null);

        await _rig.OverAsync();

        await _rig.Camera.UntilAsync(() => Drill.Current is { IsOver: true });
        Assert.Equal((TimeSpan.Zero, DrillWords.MarkWhenOver), (Drill.Current!.Remaining, Drill.Current.Words));
        Assert.Null(Drill.LastReport);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Begin_NoLivePicture_IsRefusedWithTheReason(bool wasStarted, bool isTooOld)
    {
        if (wasStarted)
        {
            await _rig.Camera.RunAsync();
        }

        if (isTooOld)
        {
            _rig.Pass(1.9);
        }

        AssertRefused(Drill.Begin(DrillKind.Freeze, "Ann"), wasStarted ? "too old" : "The camera is off");
    }

    [Fact]
    public async Task Begin_AnotherUnderWay_IsRefusedUntilItsReport()
    {
        await _rig.BeginAsync(DrillKind.Blank);

        AssertRefused(Drill.Begin(DrillKind.Freeze, "Bob"), "blank, begun by Ann", DrillKind.Blank);

        await _rig.OverAsync();
        await _rig.ReportAsync();

        // As soon as there is a live picture again.
        await _rig.BeginAgainAsync(DrillKind.Freeze);
    }

    [Theory]
    [InlineData(DrillKind.Freeze, DrillReplyKind.Refused)]
    [InlineData(DrillKind.Blank, DrillReplyKind.Refused)]
    [InlineData(DrillKind.Disconnect, DrillReplyKind.Done)]
    [InlineData(DrillKind.Corrupt, DrillReplyKind.Done)]
    public async Task Begin_FrozenPicturesAreAllowed_OnlyTheirRehearsalIsRefused(DrillKind kind, DrillReplyKind expected)
    {
        await using var rig = new DrillRig(Freshness.Default with { FrozenAfter = TimeSpan.Zero });
        await rig.Camera.RunAsync();

        Assert.Equal(expected, rig.Drill.Begin(kind, "Ann").Kind);
        Assert.Equal(expected == DrillReplyKind.Done, rig.Switch.Kind is not null);
    }

    [Fact]
    public async Task Begin_SwitchedOff_IsRefusedAsSuch()
    {
        await using var rig = new DrillRig(isEnabled: false);
        await rig.Camera.RunAsync();

        Assert.Equal(DrillReplyKind.SwitchedOff, rig.Drill.Begin(DrillKind.Freeze, "Ann").Kind);
        Assert.Null(rig.Switch.Kind);
    }

    [Fact]
    public async Task End_UnderWay_EndsItAtOnceAndTheReportSaysSo()
    {
        await _rig.BeginAsync(DrillKind.Freeze);

        Assert.Equal("Drill ended early", Drill.End("Bob").Message);

        await _rig.Camera.UntilAsync(() => _rig.Switch.Kind is null);
        var report = await _rig.ReportAsync();
        Assert.Equal((DrillVerdict.Aborted, "ended early by Bob"), (report.Verdict, report.Remark));
        Assert.Equal("No drill is under way", Drill.End("Bob").Message);
    }

    [Fact]
    public async Task End_OverAlready_ChangesNothing()
    {
        await _rig.BeginAsync(DrillKind.Freeze);
        await _rig.OverAsync();

        Assert.Equal("No drill is under way", Drill.End("Bob").Message);

        Assert.NotEqual(DrillVerdict.Aborted, (await _rig.ReportAsync()).Verdict);
    }

    [Fact]
    public async Task CameraStopped_UnderWay_IsAbortedAtOnce()
    {
        _rig.OpenScreen();
        await _rig.BeginAsync(DrillKind.Freeze);

        await _rig.Camera.StopAsync("Bob");

        await AbortedAsync("the camera was stopped by Bob");
    }

    [Fact]
    public async Task CameraSwitched_UnderWay_IsAbortedAtOnce()
    {
        await _rig.BeginAsync(DrillKind.Freeze);

        await _rig.Camera.SwitchAsync(CameraRig.Back);

        await AbortedAsync("the camera was stopped by a switch to another one");
    }

    [Fact]
    public async Task CameraStopped_WhileScreensAreAwaited_IsAbortedAtOnce()
    {
        var screen = _rig.OpenScreen();
        await _rig.BeginAsync(DrillKind.Disconnect);
        screen.OnJudged("camera-reconnecting", null);
        await _rig.OverAsync();

        await _rig.Camera.StopAsync("Bob");

        await AbortedAsync("the camera was stopped by Bob");
    }

    [Fact]
    public async Task Dispose_UnderWay_NoLongerDisturbs()
    {
        await _rig.BeginAsync(DrillKind.Freeze);

        await Drill.DisposeAsync();

        Assert.Null(_rig.Switch.Kind);
        Assert.Equal("the process ended", Drill.LastReport!.Remark);
    }

    [Fact]
    public async Task Changed_AHandlerBreaks_NoLongerDisturbsAndSaysSo()
    {
        var told = 0;
        Drill.Changed += () =>
        {
            if (++told == 2)
            {
                throw new InvalidOperationException("A handler broke.");
            }
        };
        await _rig.BeginAsync(DrillKind.Freeze);

        await _rig.OverAsync();

        await AbortedAsync("the console failed: see its log");
        Assert.Contains(Broke, Events);
    }

    [Fact]
    public async Task Report_AScreenCannotBeRead_IsThereAllTheSameAndTheNextDrillIsNotRefused()
    {
        var clock = new BreakableClock();
        using var screen = new Screen(_rig.Screens, clock);
        screen.Open(ScreenKind.Kiosk, null);
        await _rig.BeginAsync(DrillKind.Freeze);
        clock.IsBroken = true;

        await _rig.OverAsync();
        await _rig.ReportAsync();

        await AbortedAsync("the console failed: see its log");
        Assert.Contains(Broke, Events);
        await _rig.BeginAgainAsync(DrillKind.Blank);
    }

    [Fact]
    public async Task KindFor_PicturesOfTheDrill_TellItThoughItIsOver()
    {
        await _rig.Camera.RunAsync();
        Assert.Null(Drill.KindFor(TestFrames.Frame(1, _rig.Camera.Time.GetTimestamp())));
        await _rig.BeginAsync(DrillKind.Blank);
        _rig.Pass(1);
        var staged = TestFrames.Frame(2, _rig.Camera.Time.GetTimestamp());
        Assert.Equal(DrillKind.Blank, Drill.KindFor(staged));

        Drill.End("Bob");
        await _rig.Camera.UntilAsync(() => _rig.Switch.Kind is null);
        _rig.Pass(0.1);

        Assert.Equal(DrillKind.Blank, Drill.KindFor(staged));
        Assert.Null(Drill.KindFor(TestFrames.Frame(3, _rig.Camera.Time.GetTimestamp())));
    }

    [Fact]
    public async Task Begin_PicturesAreDisturbedAlready_IsReportedAndLeavesThemAlone()
    {
        using var other = _rig.Switch.TryBegin(DrillKind.Blank);
        await _rig.BeginAsync(DrillKind.Freeze);

        await _rig.Camera.UntilAsync(() => Drill.Current is null);
        Assert.Equal((DrillVerdict.Aborted, DrillKind.Blank), (Drill.LastReport!.Verdict, _rig.Switch.Kind));
    }

    [Fact]
    public async Task Log_FromBeginningToVerdict_IsInThisOrder()
    {
        _rig.OpenScreen();
        Drill.Begin(DrillKind.Freeze, "Ann");
        await _rig.BeginAsync(DrillKind.Freeze);
        await _rig.OverAsync();
        await _rig.ReportAsync();

        Assert.Equal([Refused, Begun, Over, OfScreen, Ended], Events);
        Assert.All(_rig.Log.Lines, line => Assert.StartsWith("DRILL", line.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changed_FromBeginningToReport_IsRaisedAtEachStep()
    {
        var seen = new List<string>();
        Drill.Changed += () => seen.Add(Drill.Current is { } now ? (now.IsOver ? "over" : "under way") : "report");
        await _rig.BeginAsync(DrillKind.Freeze);
        await _rig.OverAsync();
        await _rig.ReportAsync();
        await _rig.Camera.UntilAsync(() => Drill.Current is null);

        Assert.Equal(["under way", "over", "report"], seen.Distinct());
    }

    private sealed class BreakableClock : TimeProvider
    {
        public bool IsBroken { get; set; }

        public override long GetTimestamp() => IsBroken ? throw new InvalidOperationException("The clock broke.") : base.GetTimestamp();
    }

    private void AssertRefused(DrillReply reply, string reason, DrillKind? underWay = null)
    {
        Assert.Equal(DrillReplyKind.Refused, reply.Kind);
        Assert.Contains(reason, reply.Message, StringComparison.Ordinal);
        Assert.Equal(underWay, _rig.Switch.Kind);
    }

    private async Task AbortedAsync(string reason)
    {
        await _rig.Camera.UntilAsync(() => Drill.Current is null);
        Assert.Equal((DrillVerdict.Aborted, reason), (Drill.LastReport!.Verdict, Drill.LastReport.Remark));
        Assert.Null(_rig.Switch.Kind);
        Assert.Null(Drill.Current);
        Assert.All(Drill.LastReport.Screens, screen => Assert.Equal(DrillVerdict.NotJudged, screen.Verdict));
    }
}
