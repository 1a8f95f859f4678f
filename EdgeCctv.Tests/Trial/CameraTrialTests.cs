using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Frames;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Configuration;
using EdgeCctv.Web.Trial;

namespace EdgeCctv.Tests.Trial;

/// <summary>Another camera for a while, on a scripted camera and a clock that stands still.</summary>
public sealed class CameraTrialTests : IAsyncDisposable
{
    private const string Gate = "rtsp://192.0.2.8/back";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("edgecctv-data-");
    private readonly CameraRig _camera = new();
    private readonly SourceBook _book;
    private readonly CameraTrial _trial;

    public CameraTrialTests()
    {
        var settings = new EdgeCctvSettings(CameraRig.Front, AutoStart: false, CameraRig.Settings, CaptureSettings.Default, Freshness.Default, 0, false)
        {
            Data = new DataFolder(_data.FullName),
        };
        _book = SourceBooks.Of(settings);
        _trial = new CameraTrial(_camera.Manager, SourceBooks.TrustOf(settings), _book, _camera.Time);
        _trial.Changed += _camera.Beat;
    }

    public async ValueTask DisposeAsync()
    {
        _trial.Dispose();
        await _camera.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task Try_GivesAPicture_IsShownAndGoesBackByItself()
    {
        await _camera.RunAsync();

        await _trial.TryAsync(Gate);
        Assert.Equal((TrialPhase.Showing, CameraRig.Back, CameraRig.Front), (_trial.Status.Phase, _trial.Status.Source, _trial.Status.Before));
        Assert.Equal(_camera.Time.GetUtcNow() + CameraTrial.ShownFor, _trial.Status.GoesBackAt);
        Assert.Equal(CameraRig.Back, _camera.Status.Source);

        await _camera.RunForAsync(CameraTrial.ShownFor);
        await _camera.UntilAsync(() => _camera.Status is { State: CameraState.Running, Source: var source } && source!.Equals(CameraRig.Front));
        Assert.Equal((TrialPhase.None, $"{CameraRig.Back} was tried; {CameraRig.Front} is back.", false), (_trial.Status.Phase, _trial.Status.Outcome, _trial.Status.HasFailed));
        Assert.False(_book.IsKept);
        Assert.Equal(1, _camera.Backend.MostOpenAtOnce);
    }

    [Fact]
    public async Task Keep_WhileShown_StaysAndIsOpenedFromThenOn()
    {
        await _camera.RunAsync();
        await _trial.TryAsync(Gate);

        Assert.NotNull(_trial.Keep());

        Assert.Equal((CameraRig.Back, TrialPhase.None), (_book.Current, _trial.Status.Phase));
        Assert.False(_camera.Time.IsDueIn(CameraTrial.ShownFor));
        Assert.Equal(CameraRig.Back, _camera.Status.Source);
        Assert.Null(_trial.Keep());
    }

    [Fact]
    public async Task Undo_AfterKeeping_BringsTheOneFromBeforeBack()
    {
        await _camera.RunAsync();
        await _trial.TryAsync(Gate);
        var undo = _trial.Keep()!;

        await undo();

        Assert.Equal((CameraRig.Front, CameraRig.Front), (_book.Current, _camera.Status.Source));
        Assert.Equal(CameraState.Running, _camera.Status.State);
    }

    [Fact]
    public async Task Try_GivesNoPicture_TheOldOneIsBackWithTheReason()
    {
        await _camera.RunAsync();
        _camera.Backend.FailFor(CameraRig.Back, CameraFault.Unauthorized);

        await _trial.TryAsync(Gate);

        Assert.Equal((TrialPhase.None, true), (_trial.Status.Phase, _trial.Status.HasFailed));
        Assert.Contains(CameraFault.Unauthorized.Words(), _trial.Status.Outcome, StringComparison.OrdinalIgnoreCase);
        await _camera.UntilAsync(() => _camera.Status is { State: CameraState.Running, Source: var source } && source!.Equals(CameraRig.Front));
    }

    [Fact]
    public async Task Try_NoCameraRan_IsReleasedAtTheEndAndNotTriedForEver()
    {
        await _trial.TryAsync(Gate);
        Assert.Null(_trial.Status.Before);
        await _camera.RunForAsync(CameraTrial.ShownFor);
        await _camera.ReachAsync(CameraState.Idle);
        Assert.False(_camera.Status.Desired);

        _camera.Backend.FailFor(CameraRig.Back, CameraFault.Refused);
        await _trial.TryAsync(Gate);

        Assert.True(_trial.Status.HasFailed);
        Assert.Equal((CameraState.Idle, false), (_camera.Status.State, _camera.Status.Desired));
    }

    [Fact]
    public async Task Shown_SomebodyStopsTheCamera_TheTrialIsOverAndNothingIsStartedAgain()
    {
        await _camera.RunAsync();
        await _trial.TryAsync(Gate);

        await _camera.StopAsync();

        Assert.Equal(TrialPhase.None, _trial.Status.Phase);
        Assert.Contains("the camera was stopped", _trial.Status.Outcome, StringComparison.Ordinal);
        Assert.False(_camera.Time.IsDueIn(CameraTrial.ShownFor));
        Assert.Equal(CameraState.Idle, _camera.Status.State);
    }

    [Fact]
    public async Task Shown_SomebodyOpensAnother_TheTrialIsOverAndThatOneStays()
    {
        await _camera.RunAsync();
        await _trial.TryAsync(Gate);

        await _camera.SwitchAsync(Locators.Parse("rtsp://192.0.2.10/yard"));

        Assert.Equal(TrialPhase.None, _trial.Status.Phase);
        Assert.Contains("another camera was opened", _trial.Status.Outcome, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gst:videotestsrc", "can only be set in the configuration")]
    [InlineData("rtsp://192.0.2.7/front", "That is the camera that is open.")]
    [InlineData("rtsp:/x", "rtsp")]
    public async Task Try_NotAllowedOrOpenAlready_TouchesNothing(string locator, string words)
    {
        await _camera.RunAsync();

        await _trial.TryAsync(locator);

        Assert.Equal((TrialPhase.None, true), (_trial.Status.Phase, _trial.Status.HasFailed));
        Assert.Contains(words, _trial.Status.Outcome, StringComparison.Ordinal);
        Assert.Equal((1, CameraState.Running), (_camera.Backend.Opens, _camera.Status.State));
    }
}
