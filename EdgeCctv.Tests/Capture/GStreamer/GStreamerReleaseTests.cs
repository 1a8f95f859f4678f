using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.GStreamer;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Capture.GStreamer;

/// <summary>Whatever the stage a capture is in when it ends, nothing of it stays.</summary>
[Trait("Category", "Fault")]
[Collection(AloneGroup.Name)]
public sealed class GStreamerReleaseTests
{
    private const int Times = 200;
    private readonly GStreamerBackend _backend = new(TimeProvider.System);

    [RequiresLinuxTheory]
    [InlineData("gst:videotestsrc ! nosuchelement")]
    [InlineData("rtsp://127.0.0.1:1/live")]
    [InlineData("file:/etc/hostname")]
    [InlineData("gst:videotestsrc is-live=true")]
    public async Task Dispose_OpenedOrFailed200Times_NoThreadNorFileStays(string locator)
    {
        var source = Locators.Parse(locator);
        OpenAndEnd(source, 20);
        var (threads, files) = (Count("task"), Count("fd"));

        OpenAndEnd(source, Times);

        // The runtime's own pool may have grown by a few meanwhile: a leak would be one for each of the 200.
        await Eventually.IsTrueAsync(() => Count("task") < threads + 20 && Count("fd") < files + 20, $"threads and files are back to {threads} and {files}");
    }

    [RequiresLinuxFact]
    public async Task Dispose_AfterAnyEnd_WhatTheCallbacksHeldIsFreed()
    {
        await using var camera = await RtspCamera.StartLiveAsync(15);
        var gates = Enumerable.Range(0, 5).Select(_ => OpenOnce(camera.Locator)).ToList();

        await Eventually.IsTrueAsync(
            () =>
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                return gates.TrueForAll(gate => !gate.IsAlive);
            },
            "every capture is garbage");
    }

    private static int Count(string what) => Directory.GetFileSystemEntries($"/proc/self/{what}").Length;

    private WeakReference OpenOnce(string locator)
    {
        using var capture = _backend.Open(Locators.Parse(locator), CaptureSettings.Default);
        Assert.NotNull(capture.Read(TimeSpan.FromSeconds(20), withGrey: true, CancellationToken.None));

        // Held by GStreamer alone, once the capture is gone.
        return new WeakReference(typeof(GStreamerCapture).GetField("_greyGate", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.GetValue(capture));
    }

    private void OpenAndEnd(CameraSource source, int times)
    {
        for (var i = 0; i < times; i++)
        {
            try
            {
                using var capture = _backend.Open(source, CaptureSettings.Default);
                capture.Read(TimeSpan.FromMilliseconds(i % 3 * 20), withGrey: true, CancellationToken.None);
            }
            catch (CaptureException)
            {
                // That is the point, where it fails.
            }
        }
    }
}
