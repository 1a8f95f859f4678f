using System.Diagnostics;
using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeCctv.Tests.Capture.OpenCv;

/// <summary>Calls of the real OpenCV that do not return: it reads from a pipe into which nobody writes.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class OpenCvHangTests : IAsyncDisposable
{
    private static readonly TimeProvider Clock = TimeProvider.System;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edgecctv-pipe-");
    private readonly StatisticsBoard _statistics = new(Clock);
    private readonly CameraLifecycleManager _manager;
    private readonly string _pipe;

    public OpenCvHangTests()
    {
        _pipe = Path.Combine(_folder.FullName, "camera.mkv");
        _manager = new CameraLifecycleManager(
            LibraryUnderTest.Create(Clock),
            new FrameBroadcaster([_statistics]),
            new FrameStamper(Clock),
            new FakeTuning(CameraSettings.Default with { StartTimeout = TimeSpan.FromSeconds(2) }),
            CaptureSettings.Default,
            Freshness.Default,
            new CameraLock(Clock),
            Clock,
            NullLogger<CameraLifecycleManager>.Instance);
    }

    private CameraSource Source => Locators.Parse($"file:{_pipe}");

    [RequiresFact(Need.OpenCv)]
    public async Task Start_OpenDoesNotReturn_IsTimedOutAndTheSourceIsBusyUntilItDid()
    {
        await MakePipeAsync();

        var start = await _manager.StartStreamAsync(Source);
        var stopped = await TimedStopAsync();
        var again = await _manager.StartStreamAsync(Source);
        await _manager.StopStreamAsync("a test");

        Assert.Equal((CameraReplyKind.Unavailable, CameraFault.TimedOut, 1), (start.Kind, start.Status.Fault, start.Status.LostCaptures));
        Assert.Equal(CameraFault.Busy, again.Status.Fault);
        Assert.InRange(stopped, TimeSpan.Zero, TimeSpan.FromSeconds(2));

        // Nothing comes, and that is its end.
        await using (File.OpenWrite(_pipe))
        {
        }

        await Eventually.IsTrueAsync(() => _manager.GetState().LostCaptures == 0, "OpenCV came back");
    }

    [RequiresFact(Need.OpenCv)]
    public async Task Stop_ReadDoesNotReturn_IsInTimeAndCountedUntilItDid()
    {
        await MakePipeAsync();
        var clip = await File.ReadAllBytesAsync(await TestClips.MatroskaAsync(320, 180, 30, 1));
        var start = _manager.StartStreamAsync(Source);
        await using (var camera = File.OpenWrite(_pipe))
        {
            await camera.WriteAsync(clip.AsMemory(0, 2 * clip.Length / 3));
            await camera.FlushAsync();
            Assert.True((await start).Success);
            await PicturesEndAsync();

            var stopped = await TimedStopAsync();

            Assert.InRange(stopped, TimeSpan.Zero, TimeSpan.FromSeconds(2));
            Assert.Equal((CameraState.Idle, 1), (_manager.GetState().State, _manager.GetState().LostCaptures));
        }

        await Eventually.IsTrueAsync(() => _manager.GetState().LostCaptures == 0, "OpenCV came back");
    }

    public async ValueTask DisposeAsync()
    {
        await _manager.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task MakePipeAsync()
    {
        using var made = Process.Start("mkfifo", _pipe);
        await made.WaitForExitAsync();
    }

    private async Task PicturesEndAsync()
    {
        long before;
        do
        {
            before = _statistics.Read().TotalFrames;
            await Task.Delay(TimeSpan.FromSeconds(0.5), Clock);
        }
        while (_statistics.Read().TotalFrames != before || before == 0);
    }

    private async Task<TimeSpan> TimedStopAsync()
    {
        var began = Clock.GetTimestamp();
        await _manager.StopStreamAsync("a test");
        return Clock.GetElapsedTime(began);
    }
}
