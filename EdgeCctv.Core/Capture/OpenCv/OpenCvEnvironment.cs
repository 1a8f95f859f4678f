using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Capture.OpenCv;

/// <summary>
/// What OpenCV takes from environment variables only, and reads when it is loaded or opens something. Set once, before the first
/// native load: on Windows the native library keeps a copy from then on.
/// </summary>
internal static partial class OpenCvEnvironment
{
    /// <summary>Every OpenCV that is loaded later finds these. Overrides what the user set: the native output names addresses with passwords.</summary>
    public static void Set(RtspTransport transport)
    {
        // Half a second is enough to look at a stream, for which FFmpeg takes five. Sound is not wanted; two streams would also let FFmpeg shift the presentation times by what the camera's clock says.
        Set("OPENCV_FFMPEG_CAPTURE_OPTIONS", $"rtsp_transport;{(transport == RtspTransport.Udp ? "udp" : "tcp")}|allowed_media_types;video|analyzeduration;500000|fpsprobesize;3");

        // AV_LOG_QUIET
        Set("OPENCV_FFMPEG_LOGLEVEL", "-8");
        Set("OPENCV_FFMPEG_DEBUG", "0");
        Set("OPENCV_LOG_LEVEL", "SILENT");

        // Several threads decode several pictures at once, and each picture waits for its turn: one picture late for each thread.
        Set("OPENCV_FFMPEG_THREADS", "1");

        // Else some cameras take half a minute to open.
        Set("OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS", "0");

        // Seconds; 10 by default, for which a stop would have to wait.
        Set("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "1");
    }

    private static void Set(string name, string value)
    {
        Environment.SetEnvironmentVariable(name, value);
        if (!OperatingSystem.IsWindows())
        {
            // .NET keeps variables of its own, which native code does not see.
            _ = setenv(name, value, overwrite: 1);
        }
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);
}
