using System.Globalization;

namespace EdgeCctv.Tests.Hosts;

/// <summary>
/// Tells from within the real program, with its own collector settings, what its last garbage collection has left: one line a second
/// on standard output. The runtime loads it by <c>DOTNET_STARTUP_HOOKS</c>.
/// </summary>
internal static class GcWitness
{
    private const string Mark = "gc-witness ";
    private const double Megabyte = 1024 * 1024;
    private const int LargeObjects = 3;

    public static void Begin() => _ = TellAsync();

    /// <summary>Managed heap and large objects after the process's last collection, in MB; zeros while there was none.</summary>
    public static (double Heap, double LargeObjects) LastOf(ConsoleProcess console)
    {
        var line = console.Process.Output.Split('\n').LastOrDefault(one => one.StartsWith(Mark, StringComparison.Ordinal));
        return line?.Split(' ') is [_, var heap, var large] ? (Number(heap), Number(large)) : (0, 0);
    }

    private static async Task TellAsync()
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1), TimeProvider.System);
        while (await pace.WaitForNextTickAsync())
        {
            var memory = GC.GetGCMemoryInfo(GCKind.Any);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Mark}{memory.HeapSizeBytes / Megabyte:F2} {memory.GenerationInfo[LargeObjects].SizeAfterBytes / Megabyte:F2}"));
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
