using EdgeCctv.Core.Camera;
using EdgeCctv.Web.Live;
using static EdgeCctv.Web.Connection.ConnectionSignalKind;
using static EdgeCctv.Web.Connection.ConnectionState;

namespace EdgeCctv.Web.Connection;

/// <summary>
/// What a word of the browser, a painted picture or a look at the camera means for a screen's connection; null where it means nothing.
/// Pure. The browser is never believed against the camera: the last pictures of a camera that was stopped make nothing live.
/// </summary>
internal static class ConnectionEvidence
{
    /// <summary>The camera's status, told as often as it changes.</summary>
    public static ConnectionSignal OfCamera(CameraStatus camera) =>
        camera.Desired ? new(CameraWanted) : new(CameraStopped) { By = camera.StoppedBy };

    /// <summary>The browser's verdict.</summary>
    /// <param name="word"><c>live</c>, or why not, kebab-case.</param>
    /// <param name="camera">The camera at this moment.</param>
    public static ConnectionSignal? OfVerdict(string word, CameraStatus camera) => word switch
    {
        _ when !camera.Desired => OfCamera(camera),
        ScreenVerdict.Live => new(PictureLive),

        // Pictures come here, one after the other; no attempt could better that.
        "picture-frozen" or "screen-cannot-keep-up" => null,
        _ => new(PictureLost),
    };

    /// <summary>A picture was painted while the browser's last verdict was <paramref name="word"/>.</summary>
    public static ConnectionSignal? OfPaint(string word, ConnectionStatus belief, CameraStatus camera) => belief.Phase switch
    {
        // An answer that was on its way when the circuit broke.
        ConnectionPhase.Away => null,
        _ when !camera.Desired => null,

        // After a short cut the browser's verdict is still live, so it has nothing new to say.
        _ when word == ScreenVerdict.Live => new(PictureLive),
        _ => new(PicturePainted),
    };

    /// <summary>The health check: what the screen believes against what the server knows.</summary>
    /// <param name="belief">What the screen believes.</param>
    /// <param name="camera">The camera at this moment.</param>
    /// <param name="isPaintOverdue">Whether the last painted picture is too old for a screen that has a picture.</param>
    public static ConnectionSignal? OfCheck(ConnectionStatus belief, CameraStatus camera, bool isPaintOverdue) => belief.State switch
    {
        Disconnected => camera.Desired ? new(CameraWanted) : null,
        Connecting or Connected or Reconnecting or Failed when !camera.Desired => OfCamera(camera),
        Connected when isPaintOverdue => new(PictureLost),
        Connecting or Connected or Reconnecting or Failed => null,
        _ => throw new InvalidOperationException($"Connection: no check while {belief.State}."),
    };
}
