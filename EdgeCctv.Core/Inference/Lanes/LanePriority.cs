using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Inference.Lanes;

/// <summary>Lets capture and screens go first when processors are scarce. What a thread starts later, as ONNX Runtime's own threads, inherits it on Linux.</summary>
internal static partial class LanePriority
{
    private const int OfOneThread = 0;
    private const int Caller = 0;
    private const int Nicer = 5;

    /// <summary>Lowers the calling thread, which must be nobody else's.</summary>
    public static void LowerCaller()
    {
        // .NET does nothing with a priority on Linux; there, "process" means a thread.
        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        if (OperatingSystem.IsLinux())
        {
            // A refusal changes nothing but the share.
            _ = SetPriority(OfOneThread, Caller, Nicer);
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int value);
}
