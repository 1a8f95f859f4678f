using System.Reflection;
using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>Finds and initialises the GStreamer libraries, once per process. Thread-safe.</summary>
internal static class GStreamerLibrary
{
    public const string Core = "gstreamer-1.0";
    public const string App = "gstapp-1.0";
    public const string Rtsp = "gstrtsp-1.0";
    public const string Utilities = "gstpbutils-1.0";
    public const string GObject = "gobject-2.0";
    public const string GLib = "glib-2.0";

    private static readonly Lazy<string?> Failure = new(Initialise);

    /// <summary>Makes sure that GStreamer can be used.</summary>
    /// <exception cref="CaptureException">It is not installed, or does not start.</exception>
    public static void Require()
    {
        if (Failure.Value is { } reason)
        {
            throw new CaptureException(CameraFault.BackendMissing, reason);
        }
    }

    /// <summary>Such as <c>GStreamer 1.22.0</c>; only after <see cref="Require"/>.</summary>
    public static string Version
    {
        get
        {
            using var version = Native.gst_version_string();
            return version.ToString();
        }
    }

    private static string? Initialise()
    {
        NativeLibrary.SetDllImportResolver(typeof(GStreamerLibrary).Assembly, Resolve);
        try
        {
            if (Native.gst_init_check(0, 0, out var error))
            {
                GStreamerVoice.Take();
                return null;
            }

            using (error)
            {
                return $"GStreamer does not start: {error.Message}";
            }
        }
        catch (DllNotFoundException)
        {
            return "GStreamer is not installed.";
        }
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name is not (Core or App or Rtsp or Utilities or GObject or GLib))
        {
            return 0;
        }

        foreach (var candidate in Candidates(name))
        {
            if (NativeLibrary.TryLoad(candidate, assembly, path, out var handle))
            {
                return handle;
            }
        }

        return 0;
    }

    private static IEnumerable<string> Candidates(string name)
    {
        if (!OperatingSystem.IsWindows())
        {
            return [$"lib{name}.so.0"];
        }

        // The installer sets these variables but does not put the folder on the PATH.
        string[] roots = ["GSTREAMER_1_0_ROOT_MSVC_X86_64", "GSTREAMER_1_0_ROOT_X86_64", "GSTREAMER_1_0_ROOT_MINGW_X86_64"];
        return roots.Select(Environment.GetEnvironmentVariable)
            .Where(root => !string.IsNullOrEmpty(root))
            .Select(root => Path.Combine(root!, "bin", $"{name}-0.dll"))
            .Append($"{name}-0.dll");
    }
}
