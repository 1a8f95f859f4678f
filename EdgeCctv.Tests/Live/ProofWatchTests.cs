using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Web.Hosting;
using EdgeCctv.Web.Live;
using static EdgeCctv.Web.Live.ProofState;

namespace EdgeCctv.Tests.Live;

/// <summary>The facts behind the chain, from a scripted camera and a scripted screen.</summary>
public sealed class ProofWatchTests : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ProofRig _rig = new();

    private CameraRig Camera => _rig.Camera;

    [Fact]
    public async Task Read_CameraStartsAndStops_LightsFollow()
    {
        Assert.Equal([Off, Off, Off, Off, Off], _rig.States);

        await Camera.RunAsync();
        Assert.Equal([Ok, Ok, Off, Off, Off], _rig.States);

        await Camera.StopAsync();
        Assert.Equal([Off, Off, Off, Off, Off], _rig.States);
    }

    [Fact]
    public async Task Read_DataWithoutPictures_DecodeFailsUntilAPictureComesAndCaptureNever()
    {
        await Camera.RunAsync();

        await ReceiveAsync(tenths: 19);
        Assert.Equal([Ok, Failing], _rig.States.Take(2));
        Assert.Equal((TimeSpan.Zero, 1.9 * Second), (_rig[ProofStep.Capture].Age, _rig[ProofStep.Decode].Age));

        await Camera.DeliverAsync();
        Assert.Equal([Ok, Ok], _rig.States.Take(2));
    }

    [Fact]
    public async Task Read_AttemptGivenUpWhileDataCame_DecodeIsBlamedInTheWaitAfterIt()
    {
        Camera.Backend.HasFirstPicture = false;
        var start = Camera.StartAsync();
        await Camera.SettleAsync();
        await ReceiveAsync(tenths: 35);
        Assert.Equal((ProofStep.Decode, Late), (_rig.Watch.Read().Broken?.Step, _rig[ProofStep.Decode].State));

        Camera.Time.Advance(0.5 * Second);
        await start;

        Assert.Equal([Late, Failing], _rig.States.Take(2));
        Assert.Equal(0.5 * Second, _rig[ProofStep.Capture].Age);
    }

    [Fact]
    public async Task Read_AttemptGivenUpInSilence_CaptureIsBlamed()
    {
        Camera.Backend.HasFirstPicture = false;
        var start = Camera.StartAsync();
        await Camera.SettleAsync();
        Camera.Backend.Last.Receive();
        Camera.Time.Advance(CameraRig.Settings.StartTimeout);
        await start;

        Assert.Equal([Failing, Late], _rig.States.Take(2));
        Assert.Equal(CameraRig.Settings.StartTimeout, _rig[ProofStep.Capture].Age);
    }

    [Fact]
    public async Task Read_OtherCameraAfterAFailure_KnowsNothingOfTheFirstOnesData()
    {
        Camera.Backend.HasFirstPicture = false;
        Camera.Backend.FailFor(CameraRig.Back, CameraFault.Unauthorized);
        var start = Camera.StartAsync();
        await Camera.SettleAsync();
        Camera.Backend.Last.Receive();
        Camera.Backend.Last.Fail(CameraFault.Unauthorized);
        await start;
        Assert.Equal(CameraState.Error, Camera.Status.State);
        Assert.NotNull(_rig[ProofStep.Capture].Age);

        await Camera.StartAsync(CameraRig.Back);

        Assert.Null(_rig[ProofStep.Capture].Age);
    }

    [Fact]
    public async Task Read_CaptureIsLeftBehind_RemembersWhatItReceived()
    {
        Camera.Backend.Hangs = FakeHang.Read;
        await Camera.RunAsync();
        Camera.Time.Advance(CameraRig.Settings.StallTime + CameraSettings.ReleaseTimeout);
        await Camera.UntilAsync(() => Camera.Status.LostCaptures == 1);

        Assert.Equal(CameraRig.Settings.StallTime + CameraSettings.ReleaseTimeout, _rig[ProofStep.Capture].Age);
    }

    [Fact]
    public async Task Read_AnalysisBeginsHangsAndIsMended_ItsLightIsRedWithinThreeSecondsAndGreenAgain()
    {
        var analyzer = new FakeAnalyzers();
        var rig = new ProofRig(analyzer);
        await using var camera = rig.Camera;
        using var stuck = new ManualResetEventSlim();
        using var worker = rig.Analysis;
        Assert.Equal(Off, rig[ProofStep.Analysis].State);
        worker.Start();
        await camera.UntilAsync(() => worker.Status[0].State == AnalyzerState.Idle);
        await camera.RunAsync();
        await camera.UntilAsync(() => rig[ProofStep.Analysis] is { State: Ok, Age: { Ticks: 0 } });

        analyzer.OnAnalyze = _ =>
        {
            stuck.Wait();
            return null;
        };
        for (var step = 0; step < 6; step++)
        {
            camera.Time.Advance(0.5 * Second);
            await camera.DeliverAsync();
            await camera.UntilAsync(() => analyzer.Given == 2);
        }

        Assert.Equal((Failing, "AI stalled. The analysis 'scene' has not answered for 2.2 s."), (rig[ProofStep.Analysis].State, rig[ProofStep.Analysis].Advice));
        Assert.Equal(Ok, rig[ProofStep.Decode].State);

        analyzer.OnAnalyze = _ => null;
        camera.Time.Advance(Second);
        await camera.UntilAsync(() => analyzer.Created == 2);
        await camera.DeliverAsync();
        await camera.UntilAsync(() => rig[ProofStep.Analysis].State == Ok);
        stuck.Set();
    }

    [Fact]
    public async Task Read_SceneSkipsTooManyFramesToJudge_AnalysisIsLate()
    {
        var rig = new ProofRig(new FakeAnalyzers());
        await using var camera = rig.Camera;
        using var worker = rig.Analysis;
        worker.Start();
        await camera.RunAsync();
        rig.Scene.Attach(this);

        // Four seconds of frames of which none has a score.
        for (var tenth = 1; tenth <= 40; tenth++)
        {
            camera.Time.Advance(0.1 * Second);
            await camera.DeliverAsync();
            rig.Scene.OnFinding(this, TestFrames.Frame(tenth, camera.Time.GetTimestamp()), 0.1 * tenth * Second, new SceneFinding(ScenePhase.Watching));
        }

        await camera.UntilAsync(() => rig[ProofStep.Analysis] is { State: Late } link && link.Advice.Contains("too many are skipped", StringComparison.Ordinal));
        rig.Scene.OnFinding(this, TestFrames.Frame(41, camera.Time.GetTimestamp()), 4.1 * Second, new SceneFinding(ScenePhase.Watching) { Score = 1 });
        await camera.UntilAsync(() => rig[ProofStep.Analysis].State == Ok);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_CameraEncodesOneFrozenPictureAnewAndAnew_IsNoticedWhileAnAnalyserWantsAnalysisPictures(bool needsGrey)
    {
        var rig = new ProofRig(new FakeAnalyzers { NeedsGrey = needsGrey });
        await using var camera = rig.Camera;
        using var worker = rig.Analysis;
        worker.Start();
        await camera.RunAsync();

        for (var second = 0; second < 10; second++)
        {
            camera.Time.Advance(Second);
            await camera.DeliverAsync();
        }

        Assert.Equal(needsGrey ? Failing : Ok, rig[ProofStep.Capture].State);
        Assert.Equal(needsGrey, rig[ProofStep.Capture].Advice.Contains("repeats one picture", StringComparison.Ordinal));

        // On a thread of its own: it may still be about to look at the last one.
        await Eventually.IsTrueAsync(() => rig[ProofStep.Analysis].State != Failing, "the analysis keeps up");
    }

    [Fact]
    public async Task Read_ScreenOpensPaintsDisconnectsAndComesBack_IsFollowed()
    {
        await Camera.RunAsync();
        _rig.Screen.Open(ScreenKind.Console, address: null);
        Assert.Equal([Late, Late], ScreenStates());

        _rig.Screen.OnSent(1);
        Assert.Equal([Ok, Late], ScreenStates());
        _rig.Screen.OnPainted(1, default);
        Assert.Equal([Ok, Ok], ScreenStates());

        _rig.Screen.OnConnection(isConnected: false);
        Assert.Equal([Off, Off], ScreenStates());

        await PicturesAsync(seconds: 4);
        _rig.Screen.OnConnection(isConnected: true);
        _rig.Screen.OnSent(2);
        Assert.Equal([Ok, Late], ScreenStates());

        await PicturesAsync(seconds: 4);
        Assert.Equal((ProofStep.Paint, Failing), (_rig.Watch.Read().Broken?.Step, _rig[ProofStep.Paint].State));

        _rig.Screen.Dispose();
        Assert.Equal([Off, Off], ScreenStates());
    }

    [Fact]
    public async Task Meters_LinksThatAreWanted_TellAgeAndWhetherAllIsWell()
    {
        using var meters = new TestMeters();
        _ = new ProofMeters(_rig.Watch, meters);
        Assert.Empty(meters.Read("edgecctv.proof.age"));
        Assert.Empty(meters.Read("edgecctv.proof.ok"));

        await Camera.RunAsync();
        await ReceiveAsync(tenths: 19);

        Assert.Equal((0, 1900), (meters.Read("edgecctv.proof.age")["capture"], meters.Read("edgecctv.proof.age")["decode"]));
        Assert.Equal((1, 0, 2), (meters.Read("edgecctv.proof.ok")["capture"], meters.Read("edgecctv.proof.ok")["decode"], meters.Read("edgecctv.proof.ok").Count));
        Assert.Equal(StatisticsMeters.MeterName, meters.Instruments[0].Meter.Name);
    }

    public async ValueTask DisposeAsync() => await Camera.DisposeAsync();

    private IEnumerable<ProofState> ScreenStates() => _rig.States.Skip(3);

    private async Task PicturesAsync(double seconds)
    {
        for (var passed = 0.0; passed < seconds; passed += 0.5)
        {
            Camera.Time.Advance(0.5 * Second);
            await Camera.DeliverAsync();
        }
    }

    // Data, but no picture.
    private async Task ReceiveAsync(int tenths)
    {
        for (var i = 0; i < tenths; i++)
        {
            Camera.Time.Advance(0.1 * Second);
            Camera.Backend.Last.Receive();
        }

        await Camera.SettleAsync();
    }
}
