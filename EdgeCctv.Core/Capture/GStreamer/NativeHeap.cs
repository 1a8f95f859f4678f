using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>
/// Gives what a closed pipeline has freed back to the system. Its threads each had a part of the C library's heap, which would keep
/// the pages; over many reconnects that looks like a leak.
/// </summary>
internal static partial class NativeHeap
{
    private static bool _cannotTrim = !OperatingSystem.IsLinux();

    public static void Trim()
    {
        if (_cannotTrim)
        {
            return;
        }

        try
        {
            _ = malloc_trim(0);
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            // A C library other than glibc, with a heap of another kind.
            _cannotTrim = true;
        }
    }

    [LibraryImport("libc.so.6")]
    private static partial int malloc_trim(nuint pad);
}
