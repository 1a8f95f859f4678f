using System.Runtime.InteropServices;
using EdgeCctv.Core.Capture.Clips;

namespace EdgeCctv.Web.CommandLine;

/// <summary>A command as a process: standard output and error, Ctrl+C.</summary>
internal static class CommandHost
{
    // A call into a native library cannot be interrupted: then the process ends without waiting for it.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(600);

    public static int Run(string[] arguments, IClipReaderFactory clips)
    {
        using var interrupted = new CancellationTokenSource();
        using var hurry = new Timer(_ => EndAtOnce());
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
        var context = new CommandContext(clips, Console.Out, Console.Error, !Console.IsErrorRedirected, TimeProvider.System, interrupted.Token);
        var code = CommandRunner.Run(arguments, context);
        return interrupted.IsCancellationRequested ? ExitCodes.Interrupted : code;

        void Interrupt(PosixSignalContext signal)
        {
            signal.Cancel = true;
            hurry.Change(Patience, Timeout.InfiniteTimeSpan);
            interrupted.Cancel();
        }
    }

    private static void EndAtOnce()
    {
        WholeFile.DiscardAll();
        Environment.Exit(ExitCodes.Interrupted);
    }
}
