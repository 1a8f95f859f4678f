using System.Globalization;

namespace EdgeCctv.Tests.Hosts;

/// <summary>A real RTSP camera on this machine: GStreamer's RTSP server.</summary>
internal sealed class RtspCamera : IAsyncDisposable
{
    private readonly string? _userInfo;

    private RtspCamera(ChildProcess process, int port, string? userInfo)
    {
        Process = process;
        Port = port;
        _userInfo = userInfo;
    }

    /// <summary>Says "client connected" and "client closed" as these happen on the camera's side.</summary>
    public ChildProcess Process { get; }

    public int Port { get; }

    public string Locator => LocatorWith(_userInfo);

    /// <param name="clip">H.264 byte stream. Its pictures all bear the same time stamp; where the time matters, take a live camera.</param>
    /// <param name="framesPerSecond">Its rate.</param>
    /// <param name="user">Asked for, if given.</param>
    /// <param name="password">Asked for, if given.</param>
    public static Task<RtspCamera> StartAsync(string clip, int framesPerSecond, string? user = null, string? password = null) => ServeAsync(
        $"( multifilesrc location={clip} loop=true caps=video/x-h264,stream-format=byte-stream,framerate={framesPerSecond}/1 "
        + "! h264parse ! rtph264pay name=pay0 pt=96 )",
        user,
        password);

    /// <summary>A camera that makes its pictures as it sends them: a bouncing ball, 320×180, a key frame a second, true time stamps.</summary>
    public static Task<RtspCamera> StartLiveAsync(int framesPerSecond, string? user = null, string? password = null) => ServeAsync(
        $"( videotestsrc is-live=true pattern=ball ! video/x-raw,format=I420,width=320,height=180,framerate={framesPerSecond}/1 "
        + $"! x264enc key-int-max={framesPerSecond} tune=zerolatency speed-preset=ultrafast ! rtph264pay name=pay0 pt=96 )",
        user,
        password);

    /// <summary>Sends what another console shows, as H.264: with <c>demo:?strip=1</c> as its source each picture tells when it was made.</summary>
    public static Task<RtspCamera> RelayAsync(ConsoleProcess origin) => ServeAsync(
        $"( souphttpsrc location={origin.Address}live is-live=true do-timestamp=true ! multipartdemux ! jpegdec ! videoconvert "
        + "! x264enc tune=zerolatency speed-preset=ultrafast key-int-max=15 ! h264parse ! rtph264pay name=pay0 pt=96 )");

    /// <summary>A camera that sends whatever this pipeline text of GStreamer's RTSP server makes.</summary>
    public static async Task<RtspCamera> ServeAsync(string launch, string? user = null, string? password = null)
    {
        string[] secret = user is null ? [] : [user, password!];
        var process = new ChildProcess(
            "/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Hosts", "rtsp_camera.py"), launch, .. secret]);
        var port = (await process.LineAsync("port "))["port ".Length..];
        return new RtspCamera(process, int.Parse(port, CultureInfo.InvariantCulture), user is null ? null : $"{user}:{password}");
    }

    public string LocatorWith(string? userInfo) => $"rtsp://{(userInfo is null ? "" : userInfo + "@")}127.0.0.1:{Port}/live";

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
