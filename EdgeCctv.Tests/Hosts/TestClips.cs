namespace EdgeCctv.Tests.Hosts;

/// <summary>Real clips, made once for all tests of a run with GStreamer's test source: a ball that bounces.</summary>
internal sealed class TestClips : IDisposable
{
    private static readonly Lazy<TestClips> Instance = new(() => new TestClips());
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edgecctv-clips-");

    private TestClips() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();

    /// <summary>H.264 byte stream, one key frame a second.</summary>
    public static Task<string> H264Async(int width, int height, int framesPerSecond, int seconds) => Instance.Value.MakeAsync(
        $"{width}x{height}-{framesPerSecond}-{seconds}.h264", width, height, framesPerSecond, seconds, "video/x-h264,stream-format=byte-stream,profile=baseline", "");

    /// <summary>H.264 in Matroska.</summary>
    public static Task<string> MatroskaAsync(int width, int height, int framesPerSecond, int seconds) => Instance.Value.MakeAsync(
        $"{width}x{height}-{framesPerSecond}-{seconds}.mkv", width, height, framesPerSecond, seconds, "video/x-h264,profile=baseline", "! h264parse ! matroskamux");

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<string> MakeAsync(string name, int width, int height, int framesPerSecond, int seconds, string caps, string mux)
    {
        var path = Path.Combine(_folder.FullName, name);
        if (!File.Exists(path))
        {
            var pipeline = $"videotestsrc pattern=ball num-buffers={framesPerSecond * seconds} "
                + $"! video/x-raw,format=I420,width={width},height={height},framerate={framesPerSecond}/1 "
                + $"! x264enc key-int-max={framesPerSecond} tune=zerolatency speed-preset=ultrafast ! {caps} {mux} ! filesink location={path}.part";
            await using var made = new ChildProcess("gst-launch-1.0", ["-q", .. pipeline.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
            Assert.True(await made.ExitAsync() == 0, made.Output);
            File.Move($"{path}.part", path, overwrite: true);
        }

        return path;
    }
}
