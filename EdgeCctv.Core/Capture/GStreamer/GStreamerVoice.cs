using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>
/// Lets GStreamer's debug output, where its user asks for any, and GLib's warnings pass through us: they name addresses with
/// passwords and whole requests. Everything goes to standard error, one line each.
/// </summary>
internal static unsafe class GStreamerVoice
{
    // GST_LEVEL_MEMDUMP: bytes of the network, in which nobody can find a secret to mask it.
    private const int MemoryDump = 9;

    /// <summary>Call once, after GStreamer has been initialised.</summary>
    public static void Take()
    {
        Native.g_log_set_default_handler(&OnWarning, data: 0);
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("GST_DEBUG")))
        {
            return;
        }

        _ = Native.gst_debug_remove_log_function(null);
        Native.gst_debug_add_log_function(&OnDebug, data: 0, notify: 0);
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("GST_DEBUG_FILE")))
        {
            Say("GST_DEBUG_FILE is ignored: GStreamer's debug output goes to standard error, without secrets.");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnDebug(nint category, int level, nint file, nint function, int line, nint instance, nint message, nint data)
    {
        if (level < MemoryDump)
        {
            var words = GStreamerWords.Safe(Text(Native.gst_debug_message_get(message)));
            Say($"gstreamer {Text(Native.gst_debug_level_get_name(level))} {Text(Native.gst_debug_category_get_name(category))} {words}");
        }
    }

    // void (*GLogFunc) (const gchar *domain, GLogLevelFlags level, const gchar *message, gpointer data)
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnWarning(nint domain, int level, nint message, nint data) =>
        Say($"{Text(domain)} {GStreamerWords.Safe(Text(message))}");

    // Called back from native code, out of which no exception may fly: a full disk behind standard error must not end the process.
    private static void Say(string line)
    {
        try
        {
            Console.Error.WriteLine(line);
        }
        catch (Exception mute) when (mute is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // There is nobody left to tell.
        }
    }

    private static string Text(nint text) => Marshal.PtrToStringUTF8(text) ?? "";
}
