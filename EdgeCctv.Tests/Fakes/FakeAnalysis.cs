using System.Collections.Concurrent;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Detection;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Fakes;

/// <summary>
/// Finds an object in every frame of a camera with a time strip, and says so after a while: its label is its analyser's name and the
/// frame's strip, so that whoever sees it drawn knows which frame it speaks of.
/// </summary>
internal sealed class FakeAnalysis : IAsyncDisposable
{
    private readonly ConcurrentDictionary<uint, TimeSpan> _received = new();
    private readonly CancellationTokenSource _end = new();
    private readonly FrameSubscription _frames;
    private readonly AnalysisBoard _board;
    private readonly IGreyDecoder _decoder;
    private readonly Task _loop;

    /// <param name="console">Whose frames.</param>
    /// <param name="delays">By analyser: how long each frame's analysis takes, by the frame's number.</param>
    public FakeAnalysis(InProcessConsole console, params (string Name, Func<long, TimeSpan> Takes)[] delays)
    {
        _frames = console.Service<FrameBroadcaster>().Subscribe();
        _board = console.Service<AnalysisBoard>();
        _decoder = console.Service<IGreyDecoderFactory>().CreateGreyDecoder(CaptureSettings.Default with { GreyLongSide = CameraPictures.Width });
        _loop = Task.Run(() => AnalyseAsync(delays));
    }

    /// <summary>When the frame with this strip was received, on the process's monotonic clock; null for one that it was too slow to get.</summary>
    public TimeSpan? Received(uint strip) => _received.TryGetValue(strip, out var received) ? received : null;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _loop;
        _frames.Dispose();
        _decoder.Dispose();
        _end.Dispose();
    }

    private async Task AnalyseAsync((string Name, Func<long, TimeSpan> Takes)[] delays)
    {
        try
        {
            while (true)
            {
                var frame = await _frames.NextAsync(_end.Token);
                var strip = CameraPictures.ReadStrip(_decoder.Decode(frame.Jpeg)!);
                _received[strip] = TimeProvider.System.GetElapsedTime(0, frame.ReceivedTimestamp);
                foreach (var (name, takes) in delays)
                {
                    _ = PublishAsync(name, frame, strip, takes(frame.Sequence));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task PublishAsync(string name, Frame frame, uint strip, TimeSpan takes)
    {
        await Task.Delay(takes, TimeProvider.System);
        var what = new DetectedObject($"{name}:{strip}", 1, new PixelRect(40, 40, 60, 60));
        _board.Publish(new AnalysisResult(name, frame.Sequence, frame.ReceivedTimestamp, frame.ReceivedUtc, new DetectionFinding([what]), takes));
    }
}
