using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Drill;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Tests.Drill;

/// <summary>How each screen is judged by what it says of itself.</summary>
public sealed class DrillVerdictTests : IAsyncDisposable
{
    private const double Within = 2; // 1.8 s, and 0.2 s to hear of it; the scripted camera states no interval.
    private const double Length = 10;

    private readonly DrillRig _rig = new();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Theory]
    [InlineData(DrillKind.Disconnect, "camera-reconnecting")]
    [InlineData(DrillKind.Corrupt, "camera-silent")]
    public async Task Screen_VeilInTimeAndLiveAgain_Passes(DrillKind kind, string word)
    {
        var screen = _rig.OpenScreen(ScreenKind.Kiosk);
        await _rig.BeginAsync(kind);
        var began = _rig.Camera.Time.GetUtcNow();
        Say(screen, Within, word, age: 1.9);
        _rig.Pass(Length - Within);
        await _rig.OverAsync();
        Say(screen, 3, ScreenVerdict.Live, age: 0.1);

        var report = await _rig.ReportAsync();

        Assert.Equal(
            (kind, DrillVerdict.Passed, began, began + TimeSpan.FromSeconds(Length), "Ann", CameraRig.Front.Display),
            (report.Kind, report.Verdict, report.Began, report.Ended, report.By, report.Source));
        Assert.Equal(
            new DrillScreenReport
            {
                Number = 1,
                Kind = ScreenKind.Kiosk,
                Address = "192.0.2.50",
                VeilAfter = TimeSpan.FromSeconds(Within),
                Word = word,
                PictureAge = TimeSpan.FromSeconds(1.9),
                VeilWithin = TimeSpan.FromSeconds(Within),
                RecoveredAfter = TimeSpan.FromSeconds(3),
                Verdict = DrillVerdict.Passed,
            },
            Assert.Single(report.Screens));
        Assert.True(report.Screens[0] is { InTime: true, Recovered: true });
    }

    [Fact]
    public async Task Screen_FrozenVeilInTime_Passes()
    {
        var screen = _rig.OpenScreen();
        await _rig.BeginAsync(DrillKind.Freeze);
        Say(screen, 12, "picture-frozen");
        await _rig.OverAsync();
        Say(screen, 0, ScreenVerdict.Live);

        Assert.Equal(DrillVerdict.Passed, (await _rig.ReportAsync()).Verdict);
    }

    [Fact]
    public Task Screen_VeilTooLate_Fails() => AssertAsync(DrillVerdict.Failed, "its veil came 0.1 s too late", async screen =>
    {
        Say(screen, Within + 0.1, "camera-silent");
        await EndAsync(screen);
    });

    [Fact]
    public Task Screen_NoVeil_FailsWithoutWaiting() => AssertAsync(DrillVerdict.Failed, "said LIVE throughout the drill", _ => _rig.OverAsync());

    [Fact]
    public Task Screen_LiveAgainDuringTheDrill_Fails() => AssertAsync(DrillVerdict.Failed, "said LIVE again while the drill was under way", async screen =>
    {
        Say(screen, 1, "camera-silent");
        Say(screen, 1, ScreenVerdict.Live);
        Say(screen, 1, "camera-silent");
        await EndAsync(screen);
    });

    [Fact]
    public Task Screen_NeverLiveAgain_Fails() => AssertAsync(DrillVerdict.Failed, "not live again within 15 s", async screen =>
    {
        Say(screen, 1, "camera-silent");
        await _rig.OverAsync();
    });

    [Fact]
    public Task Screen_OtherWordBeforeTheExpectedOne_PassesByTheExpectedOne() => AssertAsync(DrillVerdict.Passed, null, async screen =>
    {
        Say(screen, 1, "server-silent");
        Say(screen, 0.5, "camera-reconnecting");
        await EndAsync(screen);
    });

    [Theory]
    [InlineData("connection-lost")]
    [InlineData("picture-frozen")]
    public Task Screen_VeiledForAnotherReason_IsNotJudged(string word) => AssertAsync(DrillVerdict.NotJudged, $"veiled for another reason: {word}", async screen =>
    {
        Say(screen, 1, word);
        Say(screen, Within, "camera-silent");
        await EndAsync(screen);
    });

    [Fact]
    public Task Screen_Left_IsNotJudgedNorAwaited() => AssertAsync(DrillVerdict.NotJudged, "left during the drill", async screen =>
    {
        Say(screen, 1, "camera-silent");
        screen.Dispose();
        await _rig.OverAsync();
    });

    [Fact]
    public Task Screen_LostItsConnection_IsNotJudged() => AssertAsync(DrillVerdict.NotJudged, "lost its connection during the drill", async screen =>
    {
        Say(screen, 1, "camera-silent");
        screen.OnConnection(isConnected: false);
        await EndAsync(screen);
    });

    [Fact]
    public Task Screen_LostItsConnectionForAWhile_IsNotJudgedByAVeilThatWasToldLate() => AssertAsync(
        DrillVerdict.NotJudged, "lost its connection during the drill", async screen =>
        {
            _rig.Pass(1);
            screen.OnConnection(isConnected: false);
            _rig.Pass(Within);
            screen.OnConnection(isConnected: true);
            Say(screen, 0, "camera-silent");
            await EndAsync(screen);
        });

    [Fact]
    public Task Screen_LostItsConnectionBefore_IsJudged()
    {
        var screen = _rig.OpenScreen();
        screen.OnConnection(isConnected: false);
        screen.OnConnection(isConnected: true);
        return AssertAsync(screen, DrillVerdict.Passed, null, async () =>
        {
            Say(screen, 1, "camera-silent");
            await EndAsync(screen);
        });
    }

    [Fact]
    public async Task Screen_NotLiveOrNotConnectedBefore_IsNotJudgedNorAwaited()
    {
        _rig.OpenScreen().OnJudged("screen-cannot-keep-up", null);
        _rig.OpenScreen().OnConnection(isConnected: false);
        await _rig.BeginAsync(DrillKind.Disconnect);
        await _rig.OverAsync();

        var report = await _rig.ReportAsync();

        Assert.Equal((DrillVerdict.NotJudged, "no screen could be judged"), (report.Verdict, report.Remark));
        Assert.Equal(["not live when the drill began: screen-cannot-keep-up", "not connected when the drill began"], report.Screens.Select(one => one.Remark));
    }

    [Fact]
    public async Task Screen_Came_IsListedAndNotJudged()
    {
        await _rig.BeginAsync(DrillKind.Disconnect);
        using (var guest = _rig.OpenScreen())
        {
            Say(guest, 1, "camera-silent");
        }

        _rig.OpenScreen();
        await _rig.OverAsync();

        var report = await _rig.ReportAsync();

        Assert.Equal(["opened during the drill", "opened during the drill"], report.Screens.Select(one => one.Remark));
        Assert.Equal(DrillVerdict.NotJudged, report.Verdict);
    }

    [Fact]
    public async Task Screens_OneOfTwoFails_TheDrillFails()
    {
        var (good, _) = (_rig.OpenScreen(), _rig.OpenScreen());
        await _rig.BeginAsync(DrillKind.Disconnect);
        Say(good, 1, "camera-silent");
        await _rig.OverAsync();
        Say(good, 1, ScreenVerdict.Live);

        var report = await _rig.ReportAsync();

        Assert.Equal([DrillVerdict.Passed, DrillVerdict.Failed], report.Screens.Select(one => one.Verdict));
        Assert.Equal(DrillVerdict.Failed, report.Verdict);
    }

    [Fact]
    public async Task NoScreen_CameraRecovers_NothingIsJudgedAndNobodyPassed()
    {
        await _rig.BeginAsync(DrillKind.Disconnect);
        await _rig.OverAsync();

        Assert.Equal(DrillVerdict.NotJudged, (await _rig.ReportAsync()).Verdict);
    }

    private Task AssertAsync(DrillVerdict verdict, string? remark, Func<Screen, Task> play)
    {
        var screen = _rig.OpenScreen();
        return AssertAsync(screen, verdict, remark, () => play(screen));
    }

    private async Task AssertAsync(Screen screen, DrillVerdict verdict, string? remark, Func<Task> play)
    {
        await _rig.BeginAsync(DrillKind.Disconnect);

        await play();
        var report = await _rig.ReportAsync();

        Assert.Equal((screen.Read().Number, verdict, verdict, remark), (report.Screens.Single().Number, report.Verdict, report.Screens[0].Verdict, report.Screens[0].Remark));
    }

    private async Task EndAsync(Screen screen)
    {
        await _rig.OverAsync();
        Say(screen, 1, ScreenVerdict.Live);
    }

    private void Say(Screen screen, double after, string word, double? age = null)
    {
        _rig.Pass(after);
        screen.OnJudged(word, age is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
    }
}
