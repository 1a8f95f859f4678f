using System.Globalization;

namespace EdgeCctv.Tests.Hosts;

/// <summary>A real RTSP camera on this machine: GStreamer's RTSP server, sending an H.264 clip over and over.</summary>
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

    /// <param name="clip">H.264 byte stream.</param>
    /// <param name="framesPerSecond">Its rate.</param>
    /// <param name="user">Asked for, if given.</param>
    /// <param name="password">Asked for, if given.</param>
    public static Task<RtspCamera> StartAsync(string clip, int framesPerSecond, string? user = null, string? password = null) => StartAsync(
        $"multifilesrc location={clip} loop=true caps=video/x-h264,stream-format=byte-stream,framerate={framesPerSecond}/1 ! h264parse", user, password);

    /// <summary>Sends what another console shows, as H.264: with <c>demo:?strip=1</c> as its source each picture tells when it was made.</summary>
    public static Task<RtspCamera> RelayAsync(ConsoleProcess origin) => StartAsync(
        $"souphttpsrc location={origin.Address}live is-live=true do-timestamp=true ! multipartdemux ! jpegdec ! videoconvert "
            + "! x264enc tune=zerolatency speed-preset=ultrafast key-int-max=15 ! h264parse",
        user: null,
        password: null);

    public string LocatorWith(string? userInfo) => $"rtsp://{(userInfo is null ? "" : userInfo + "@")}127.0.0.1:{Port}/live";

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    private static async Task<RtspCamera> StartAsync(string video, string? user, string? password)
    {
        var launch = $"( {video} ! rtph264pay name=pay0 pt=96 )";
        string[] secret = user is null ? [] : [user, password!];
        var process = new ChildProcess(
            "/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Hosts", "rtsp_camera.py"), launch, .. secret]);
        var port = (await process.LineAsync("port "))["port ".Length..];
        return new RtspCamera(process, int.Parse(port, CultureInfo.InvariantCulture), user is null ? null : $"{user}:{password}");
    }
}
