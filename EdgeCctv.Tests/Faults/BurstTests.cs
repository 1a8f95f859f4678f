using EdgeCctv.Tests.Hosts;
using EdgeCctv.Tests.Measurements;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Faults;

/// <summary>
/// A network that was stuck delivers the pictures of that time in a burst. Each picture carries the clock of its making, so that the
/// true age of what <c>/live</c> sends is known: none may be older than the freshness limit.
/// </summary>
[Trait("Category", "Fault")]
[Collection(MachineGroup.Name)]
public sealed class BurstTests(ITestOutputHelper output)
{
    private const int Few = 15;
    private const string Ordinary = "00:00:01.5";

    /// <summary>Longer than the stall: the connection is kept, and all that was held up comes through it.</summary>
    private const string Patient = "00:00:05";

    /// <summary>The freshness limit of 1.8 s, and what sending and a busy machine may add.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2.0);

    [RequiresFact(Need.Rtsp)]
    public Task Rtsp_BurstAfterAStall_NoOldPictureIsSent() => RtspAsync(1.2, Ordinary, Burst.AtOnce);

    [RequiresFact(Need.Rtsp)]
    [Trait("Category", "Full")]
    public Task Rtsp_BurstThatDrainsAfterALongStall_NoOldPictureIsSent() => RtspAsync(3.0, Patient, Burst.Drains);

    private async Task RtspAsync(double stall, string stallTime, Burst burst)
    {
        await using var origin = await ConsoleProcess.StartAsync("demo:?strip=1&size=320x180&fps=15");
        await origin.StreamingAsync();
        await using var camera = await RtspCamera.RelayAsync(origin);
        await using var network = new TcpFaultProxy(camera.Port);

        await AssertNothingOldAsync(network, $"rtsp://127.0.0.1:{network.Port}/live", TimeSpan.FromSeconds(stall), stallTime, burst);
    }

    // A camera that does not say when it took its pictures cannot be seen to drain.
    [RequiresLinuxTheory]
    [InlineData(3.0, Ordinary, Burst.AtOnce, true)]
    [InlineData(3.0, Patient, Burst.Drains, true)]
    public Task Mjpeg_BurstAfterAStall_NoOldPictureIsSent(double stall, string stallTime, Burst burst, bool withTimestamp) =>
        MjpegAsync(stall, stallTime, burst, withTimestamp);

    [RequiresLinuxFact]
    [Trait("Category", "Full")]
    public Task Mjpeg_BurstWithoutTimesAfterALongStall_NoOldPictureIsSent() => MjpegAsync(3.0, Patient, Burst.AtOnce, withTimestamp: false);

    private async Task MjpegAsync(double stall, string stallTime, Burst burst, bool withTimestamp)
    {
        await using var camera = new MjpegCamera(MjpegPlays.Streams(style: new MjpegStyle { WithTimestamp = withTimestamp }));
        await using var network = new TcpFaultProxy(camera.Port);

        await AssertNothingOldAsync(network, $"http://127.0.0.1:{network.Port}/stream", TimeSpan.FromSeconds(stall), stallTime, burst);
    }

    private async Task AssertNothingOldAsync(TcpFaultProxy network, string locator, TimeSpan stall, string stallTime, Burst burst)
    {
        await using var console = await ConsoleProcess.StartAsync(locator, $"--EdgeCctv:Camera:StallTime={stallTime}");
        await console.StreamingAsync();
        await using var recorder = new LiveRecorder(console);
        await PartsAsync(recorder, Few);
        var (passed, began) = (network.Flow.Passed, TimeProvider.System.GetTimestamp());
        await PartsAsync(recorder, 3 * Few);
        var rate = (network.Flow.Passed - passed) / TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        var before = recorder.Parts;
        var usual = TimeSpan.FromMilliseconds(Measure.Median(before.Skip(Few).Select(one => Age(one).TotalMilliseconds)));

        network.Flow.Stall();
        await Measure.PassAsync(stall);
        network.Flow.BytesPerSecond = burst == Burst.Drains ? (int)(2 * rate) : null;
        network.Flow.Resume();
        if (burst == Burst.Drains)
        {
            await Measure.PassAsync(2 * stall);

            // On a machine too busy to keep that rate the rest would never come.
            network.Flow.Heal();
        }

        await PartsAsync(recorder, recorder.Parts.Count + (2 * Few));

        var after = recorder.Parts.Skip(before.Count).Select(Age).ToList();
        output.Report(new { Name = "Burst after a stall", locator, stall, stallTime, burst = burst.ToString(), usual, Oldest = after.Max(), Parts = after.Count });

        // What encoding and network always take happens before our receipt; it cannot be known and is not claimed.
        Assert.InRange(after.Max(), TimeSpan.FromMilliseconds(-1), Limit + usual);
    }

    private static Task PartsAsync(LiveRecorder recorder, int count) =>
        Eventually.IsTrueAsync(() => recorder.Parts.Count >= count, $"{count} parts");

    private static TimeSpan Age((DateTimeOffset Arrival, LivePart Part) one) => one.Arrival - CameraPictures.TakenAt(one.Part.Jpeg);

    /// <summary>How what was held up comes.</summary>
    public enum Burst
    {
        AtOnce,

        /// <summary>At twice the usual rate: the pictures stay old for as long as the stall was.</summary>
        Drains,
    }
}
