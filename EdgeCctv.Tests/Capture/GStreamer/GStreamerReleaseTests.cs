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
    private readonly GStreamerBackend _backend = new(TimeProvider.System);

    [RequiresFact(Need.GStreamer)]
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

    private WeakReference OpenOnce(string locator)
    {
        using var capture = _backend.Open(Locators.Parse(locator), CaptureSettings.Default);
        Assert.NotNull(capture.Read(TimeSpan.FromSeconds(20), withGrey: true, CancellationToken.None));

        // Held by GStreamer alone, once the capture is gone.
        return new WeakReference(typeof(GStreamerCapture).GetField("_greyGate", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.GetValue(capture));
    }
}
