using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Demo;

namespace EdgeCctv.Tests.Hosts;

/// <summary>Real clips, made once for all tests of a run with GStreamer's test source: a ball that bounces.</summary>
internal sealed class TestClips : IDisposable
{
    private static readonly Lazy<TestClips> Instance = new(() => new TestClips());
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edgecctv-clips-");

    // Two groups of tests may ask for the same clip at once.
    private readonly SemaphoreSlim _making = new(1);

    private TestClips() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();

    /// <summary>A bouncing ball: H.264 byte stream, one key frame a second.</summary>
    public static Task<string> H264Async(int width, int height, int framesPerSecond, int seconds) =>
        Instance.Value.MakeBallAsync("h264", width, height, framesPerSecond, seconds, "stream-format=byte-stream", "");

    /// <summary>A bouncing ball: H.264 in Matroska.</summary>
    public static Task<string> MatroskaAsync(int width, int height, int framesPerSecond, int seconds) =>
        Instance.Value.MakeBallAsync("mkv", width, height, framesPerSecond, seconds, "stream-format=avc", "! h264parse ! matroskamux");

    /// <summary>
    /// The demo camera's yard, with its detail and noise: as much work for decoder and encoder as real footage. H.264 byte stream, 4 Mbit/s.
    /// </summary>
    public static async Task<string> YardAsync(int width, int height, int framesPerSecond, int seconds)
    {
        var raw = Path.Combine(Instance.Value._folder.FullName, "yard.i420");
        await RenderYardAsync(raw, width, height, framesPerSecond, seconds);
        var path = await Instance.Value.MakeAsync(
            $"yard-{width}x{height}-{framesPerSecond}.h264",
            $"filesrc location={raw} ! rawvideoparse format=i420 width={width} height={height} framerate={framesPerSecond}/1",
            $"x264enc key-int-max={framesPerSecond} bitrate=4000 tune=zerolatency speed-preset=veryfast ! video/x-h264,stream-format=byte-stream,profile=main");
        File.Delete(raw);
        return path;
    }

    public void Dispose()
    {
        _making.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task RenderYardAsync(string path, int width, int height, int framesPerSecond, int seconds)
    {
        var scene = new DemoScene(new DemoOptions { Width = width, Height = height }, seed: 42);
        var picture = new I420Picture(width, height);
        await using var file = File.Create(path);
        for (var i = 0; i < framesPerSecond * seconds; i++)
        {
            var time = TimeSpan.FromSeconds((double)i / framesPerSecond);
            scene.Render(time, DateTimeOffset.UnixEpoch + time, picture);
            await file.WriteAsync(picture.Data);
        }
    }

    private Task<string> MakeBallAsync(string extension, int width, int height, int framesPerSecond, int seconds, string format, string mux) => MakeAsync(
        $"ball-{width}x{height}-{framesPerSecond}-{seconds}.{extension}",
        $"videotestsrc pattern=ball num-buffers={framesPerSecond * seconds} ! video/x-raw,format=I420,width={width},height={height},framerate={framesPerSecond}/1",
        $"x264enc key-int-max={framesPerSecond} tune=zerolatency speed-preset=ultrafast ! video/x-h264,{format},profile=baseline {mux}");

    private async Task<string> MakeAsync(string name, string source, string encoder)
    {
        var path = Path.Combine(_folder.FullName, name);
        await _making.WaitAsync();
        try
        {
            if (!File.Exists(path))
            {
                var pipeline = $"{source} ! {encoder} ! filesink location={path}.part";
                await using var made = new ChildProcess("gst-launch-1.0", ["-q", .. pipeline.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
                Assert.True(await made.ExitAsync() == 0, made.Output);
                File.Move($"{path}.part", path, overwrite: true);
            }
        }
        finally
        {
            _making.Release();
        }

        return path;
    }
}
