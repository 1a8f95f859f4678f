using OpenCvSharp;

namespace EdgeCctv.Core.Capture.OpenCv;

/// <summary>Loads OpenCV's native library, once per process. Thread-safe.</summary>
internal static class OpenCvLibrary
{
    private static readonly Lazy<(string? Version, string? Failure)> Loaded = new(Load);

    /// <summary>Such as <c>4.13.0</c>; null when it cannot be used.</summary>
    public static string? Version => Loaded.Value.Version;

    /// <summary>Why it cannot be used, one sentence; null when it can.</summary>
    public static string? Failure => Loaded.Value.Failure;

    /// <exception cref="CaptureException">It is not there, or does not start.</exception>
    public static void Require()
    {
        if (Failure is { } reason)
        {
            throw new CaptureException(CameraFault.BackendMissing, reason);
        }
    }

    private static (string? Version, string? Failure) Load()
    {
        try
        {
            Cv2.SetLogLevel(LogLevel.SILENT);
            return (Cv2.GetVersionString(), null);
        }
        catch (Exception missing) when (missing is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException or TypeInitializationException or OpenCvSharpException)
        {
            // The loader's own words are many lines of paths; they help nobody at a screen.
            return (null, "OpenCV's native library, or one that it needs, cannot be loaded.");
        }
    }
}
