using System.Diagnostics;
using System.Text.Json;
using EdgeCctv.Tests.Hosts;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Measurements;

/// <summary>What the measurements share. They report; they never pass or fail on time.</summary>
internal static class Measure
{
    /// <summary>Long enough for the runtime's second compilation of the hot paths.</summary>
    public static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    public static Task PassAsync(TimeSpan time) => Task.Delay(time, TimeProvider.System);

    /// <summary>Processor time of the whole process over one window, per frame that it captured, in milliseconds.</summary>
    public static async Task<double> CpuPerFrameAsync(ConsoleProcess console)
    {
        var (cpu, frames) = (console.Process.CpuTime, await console.FramesAsync());
        await PassAsync(Window);
        var (cpuAfter, framesAfter) = (console.Process.CpuTime, await console.FramesAsync());
        return (cpuAfter - cpu).TotalMilliseconds / (framesAfter - frames);
    }

    /// <summary>Processor time of this process for each call, in milliseconds, over so many calls one after the other.</summary>
    public static async Task<double> CpuAsync(int calls, Func<Task> call)
    {
        using var process = Process.GetCurrentProcess();
        process.Refresh();
        var before = process.TotalProcessorTime;
        for (var i = 0; i < calls; i++)
        {
            await call();
        }

        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds / calls;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }

    /// <summary>One JSON line, for people and for docs/measurements.md.</summary>
    public static void Report(this ITestOutputHelper output, object result) => output.WriteLine(JsonSerializer.Serialize(result));

    /// <summary>How many frames it has captured so far.</summary>
    public static async Task<double> FramesAsync(this ConsoleProcess console) =>
        (await console.StatusAsync()).GetProperty("total_frames").GetDouble();
}
