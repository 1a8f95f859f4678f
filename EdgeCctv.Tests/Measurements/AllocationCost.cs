using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Demo;
using EdgeCctv.Core.Capture.Mjpeg;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Measurements;

/// <summary>Managed bytes that the capture thread allocates for a frame, from read to publishing, beyond the frame and its JPEG.</summary>
[Trait("Category", "Measurement")]
[Collection(AloneGroup.Name)]
public sealed class AllocationCost(ITestOutputHelper output)
{
    private const int WarmUp = 100;
    private const int Frames = 300;

    private static readonly ICaptureLibrary Library = LibraryUnderTest.Create(TimeProvider.System);

    [RequiresLinuxFact]
    public Task Demo_PerFrame() =>
        MeasureAsync("demo:?size=640x360&fps=30&seed=7", new DemoBackend(Library, TimeProvider.System, NullLogger<DemoBackend>.Instance));

    [RequiresLinuxFact]
    public async Task Rtsp_PerFrame()
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.H264Async(640, 360, 30, 2), 30);
        await MeasureAsync(camera.Locator, Library);
    }

    [RequiresLinuxFact]
    public async Task Mjpeg_PerFrame()
    {
        await using var camera = await ConsoleProcess.StartAsync("demo:?size=640x360&fps=30&seed=7");
        await camera.StreamingAsync();
        await MeasureAsync(new Uri(camera.Address, "/live").ToString(), new MjpegBackend(Library, TimeProvider.System));
    }

    private async Task MeasureAsync(string locator, ICaptureBackend backend)
    {
        var witness = new AllocationWitness();
        await using var manager = new CameraLifecycleManager(
            backend,
            new FrameBroadcaster([new StatisticsBoard(TimeProvider.System), witness]),
            new FrameStamper(TimeProvider.System),
            new FakeTuning(CameraSettings.Default),
            CaptureSettings.Default,
            Freshness.Default,
            new CameraLock(TimeProvider.System),
            TimeProvider.System,
            NullLogger<CameraLifecycleManager>.Instance);
        Assert.True((await manager.StartStreamAsync(Locators.Parse(locator))).Success);
        await Eventually.IsTrueAsync(() => witness.Count >= WarmUp + Frames, "enough frames");

        var beyond = witness.Beyond.Skip(WarmUp).Take(Frames).Select(bytes => (double)bytes).ToArray();
        output.Report(new
        {
            Name = "Managed bytes per frame on the capture thread beyond frame and JPEG",
            Source = locator.Split(':')[0],
            Frames,
            Median = Measure.Median(beyond),
            Mean = beyond.Average(),
            P95 = Measure.Percentile(beyond, 0.95),
        });
    }

    private sealed class AllocationWitness : IFrameObserver
    {
        private static readonly long FrameSize = SizeOfAFrame();
        private readonly long[] _beyond = new long[WarmUp + Frames + 1000];
        private long _last;
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public IEnumerable<long> Beyond => _beyond.Take(Count);

        // On the capture thread: what was allocated there since the last frame belongs to this one.
        public void OnPublished(Frame frame)
        {
            var now = GC.GetAllocatedBytesForCurrentThread();
            if (_count < _beyond.Length)
            {
                _beyond[_count] = now - _last - FrameSize - ArraySize(frame.Jpeg.Length);
                Volatile.Write(ref _count, _count + 1);
            }

            _last = now;
        }

        public void OnCleared()
        {
        }

        private static long ArraySize(int length) => (24 + length + 7) & ~7;

        private static long SizeOfAFrame()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var frame = new Frame
            {
                Sequence = 1,
                ReceivedTimestamp = 1,
                ReceivedUtc = default,
                ReadyTimestamp = 1,
                Width = 8,
                Height = 8,
                Jpeg = [],
                ContentHash = 1,
            };
            var size = GC.GetAllocatedBytesForCurrentThread() - before;
            GC.KeepAlive(frame);
            return size;
        }
    }
}
