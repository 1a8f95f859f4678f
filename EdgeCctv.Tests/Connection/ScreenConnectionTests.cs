using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Connection;
using static EdgeCctv.Web.Connection.ConnectionState;

namespace EdgeCctv.Tests.Connection;

public sealed class ScreenConnectionTests : IAsyncDisposable
{
    private readonly ScreenRig _rig = new();

    [Fact]
    public async Task Open_CameraRuns_ConnectsWithTheFirstLivePicture()
    {
        await _rig.Camera.RunAsync();

        _rig.Screen.Open(isKiosk: false);
        Assert.Equal(Connecting, _rig.State);
        _rig.SeeLive();

        Assert.Equal(Connected, _rig.State);
        Assert.Equal([Connecting, Connected], _rig.History.Select(status => status.State));
    }

    [Fact]
    public async Task Open_CameraStopped_SaysWhoStoppedItAndStartsNothing()
    {
        await _rig.Camera.RunAsync();
        await _rig.Camera.StopAsync("Ann");

        _rig.Screen.Open(isKiosk: false);
        _rig.Pass(60);

        Assert.Equal("Disconnected, stopped by Ann", _rig.Words);
        Assert.Equal((1, false), (await _rig.CountAttemptsOfCameraAsync(), _rig.Camera.Status.Desired));
    }

    [Fact]
    public async Task Attempts_NoPicture_FailAfterTwentyOneSeconds()
    {
        await _rig.OpenOnBrokenCameraAsync();

        foreach (var (seconds, attempt, isWaiting) in ((double, int, bool)[])[(5, 1, true), (2, 2, false), (5, 2, true), (4, 3, false)])
        {
            _rig.Pass(seconds);
            Assert.Equal((Connecting, attempt, isWaiting), (_rig.State, _rig.Screen.Status.Attempt, _rig.Screen.Status.IsWaiting));
        }

        _rig.Pass(4.9);
        Assert.Equal(Connecting, _rig.State);
        _rig.Pass(0.1);
        Assert.Equal("Connection failed", _rig.Words);
    }

    [Fact]
    public async Task NextTryIn_Waiting_CountsDownAndIsNothingOtherwise()
    {
        await _rig.OpenOnBrokenCameraAsync();
        Assert.Null(_rig.Screen.NextTryIn);

        _rig.Pass(5);
        Assert.Equal(TimeSpan.FromSeconds(2), _rig.Screen.NextTryIn);
        _rig.Pass(1.5);
        Assert.Equal(TimeSpan.FromSeconds(0.5), _rig.Screen.NextTryIn);

        _rig.Pass(0.5);
        Assert.Null(_rig.Screen.NextTryIn);
    }

    [Theory]
    [InlineData(0, "Connecting…")]
    [InlineData(6, "Connecting…")]
    [InlineData(60, "Connection failed")]
    public async Task PictureLive_HoweverLongItTook_Connects(double seconds, string before)
    {
        await _rig.OpenOnBrokenCameraAsync();
        _rig.Pass(seconds);
        Assert.Equal(before, _rig.Words);

        _rig.SeeLive();

        Assert.Equal(("Connected", 1), (_rig.Words, _rig.Clock.Timers));
    }

    [Fact]
    public async Task PictureLost_Connected_RetriesAndSaysSo()
    {
        await _rig.ConnectAsync();

        _rig.Screen.OnJudged("camera-reconnecting");
        Assert.Equal("Connection lost, retrying (1/3)…", _rig.Words);
        _rig.Pass(7);

        Assert.Equal("Connection lost, retrying (2/3)…", _rig.Words);
    }

    [Theory]
    [InlineData("screen-cannot-keep-up")]
    [InlineData("picture-frozen")]
    public async Task Judged_PicturesComeButNoneIsLive_StaysConnected(string word)
    {
        await _rig.ConnectAsync();

        _rig.Screen.OnJudged(word);

        Assert.Equal(Connected, _rig.State);
    }

    [Fact]
    public async Task Painted_NotLive_SpendsNoAttempts()
    {
        await _rig.Camera.RunAsync();
        _rig.Screen.Open(isKiosk: false);
        _rig.Screen.OnJudged("screen-cannot-keep-up");

        for (var paints = 0; paints < 20; paints++)
        {
            _rig.Pass(4);
            _rig.Screen.OnPainted();
        }

        Assert.Equal((Connecting, 1, false), (_rig.State, _rig.Screen.Status.Attempt, _rig.Screen.Status.IsWaiting));
        _rig.Pass(5);
        Assert.True(_rig.Screen.Status.IsWaiting);
    }

    [Fact]
    public async Task Painted_NotLiveAfterFailure_TriesAgainByItself()
    {
        await _rig.OpenOnBrokenCameraAsync();
        _rig.Pass(60);
        _rig.Screen.OnJudged("screen-cannot-keep-up");

        _rig.Screen.OnPainted();

        Assert.Equal("Connection lost, retrying (1/3)…", _rig.Words);
    }

    [Fact]
    public async Task Attempts_CameraWaitsForItsNextTry_DoNotHurryIt()
    {
        _rig.Camera.Backend.Fail(CameraFault.Unauthorized);
        await _rig.Camera.StartAsync();
        _rig.Screen.Open(isKiosk: true);

        _rig.Pass(59);

        Assert.True(_rig.Screen.Status.Attempt > 3);
        Assert.Equal((CameraState.Error, 1), (_rig.Camera.Status.State, await _rig.CountAttemptsOfCameraAsync()));
    }

    [Fact]
    public async Task TryAgain_Failed_BeginsAnewAndHurriesTheCamera()
    {
        _rig.Camera.Backend.Fail(CameraFault.Unauthorized);
        await _rig.Camera.StartAsync(CameraRig.Back);
        _rig.Screen.Open(isKiosk: false);
        _rig.Pass(30);
        Assert.Equal(Failed, _rig.State);
        _rig.Camera.Backend.OpenFailure = null;

        await _rig.Screen.TryAgainAsync().WaitAsync(Pulse.Patience);

        Assert.Equal((Connecting, 1), (_rig.State, _rig.Screen.Status.Attempt));
        Assert.Equal((CameraState.Running, CameraRig.Back), (_rig.Camera.Status.State, _rig.Camera.Backend.Last.Source));
    }

    [Fact]
    public async Task TryAgain_CameraStopped_StartsNothing()
    {
        await _rig.ConnectAsync();
        await _rig.Camera.StopAsync("Ann");

        await _rig.Screen.TryAgainAsync().WaitAsync(Pulse.Patience);

        Assert.Equal((1, "Disconnected, stopped by Ann"), (_rig.Camera.Backend.Opens, _rig.Words));
    }

    [Fact]
    public async Task Stop_ByAnyone_DisconnectsAndLastPicturesChangeNothing()
    {
        await _rig.ConnectAsync();

        await _rig.Camera.StopAsync("Ann");
        _rig.Screen.OnPainted();
        _rig.SeeLive();
        _rig.Screen.OnJudged("stopped-by-operator");

        Assert.Equal([Connecting, Connected, Disconnected], _rig.History.Select(status => status.State));
        Assert.Equal(("Disconnected, stopped by Ann", 1), (_rig.Words, _rig.Clock.Timers));
    }

    [Fact]
    public async Task EndOfFile_PlayedOnce_DisconnectsAndStaysSo()
    {
        await _rig.Camera.StartAsync(Locators.Parse("file:/clips/door.mp4?once=1"));
        _rig.Screen.Open(isKiosk: true);
        await _rig.Camera.SettleAsync();

        _rig.Camera.Backend.Last.Fail(CameraFault.EndOfStream);
        await _rig.UntilAsync(() => _rig.State == Disconnected);
        _rig.Pass(3600);

        Assert.Equal(("Disconnected, stopped by the end of the file", 1), (_rig.Words, _rig.Camera.Backend.Opens));
    }

    [Fact]
    public async Task Deploy_AfterAStop_ConnectsAnew()
    {
        await _rig.ConnectAsync();
        await _rig.Camera.StopAsync();

        await _rig.Camera.RunAsync();
        Assert.Equal("Connecting…", _rig.Words);
        _rig.Screen.OnPainted();

        Assert.Equal(Connected, _rig.State);
    }

    [Fact]
    public async Task CloseAndDispose_Afterwards_NothingMovesAndNoTimerIsLeft()
    {
        await _rig.ConnectAsync();
        _rig.Screen.Close();
        Assert.Equal((ConnectionStatus.Closed, 0), (_rig.Screen.Status, _rig.Clock.Timers));

        _rig.SeeLive();
        await _rig.Camera.StopAsync();
        Assert.Equal(ConnectionStatus.Closed, _rig.Screen.Status);

        _rig.Screen.Dispose();
        _rig.Screen.Open(isKiosk: true, startCamera: true);
        Assert.Equal((ConnectionStatus.Closed, 0, 1), (_rig.Screen.Status, _rig.Clock.Timers, _rig.Camera.Backend.Opens));
    }

    [Fact]
    public async Task Open_Again_BeginsAfresh()
    {
        await _rig.ConnectAsync();

        _rig.Screen.Open(isKiosk: true);

        Assert.Equal((Connecting, null, 2), (_rig.State, _rig.Screen.Status.AttemptsAllowed, _rig.Clock.Timers));
        _rig.Screen.OnPainted();
        Assert.Equal(Connecting, _rig.State);
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();
}
