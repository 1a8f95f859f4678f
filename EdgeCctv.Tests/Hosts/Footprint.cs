using System.Globalization;

namespace EdgeCctv.Tests.Hosts;

/// <summary>What a process holds of the machine, as Linux tells it.</summary>
internal sealed record Footprint(int Handles, int Threads, int Children, double ResidentMegabytes)
{
    /// <summary>How much more than the base is still no leak: what the runtime opens and closes at will.</summary>
    public const int Slack = 2;

    public static Footprint Of(int process) => new(
        Directory.GetFiles($"/proc/{process}/fd").Length,
        (int)Status(process, "Threads:"),
        Directory.GetDirectories($"/proc/{process}/task").Sum(ChildrenOf),
        Status(process, "VmRSS:") / 1024);

    /// <summary>Whether nothing of what can be counted has grown.</summary>
    public bool IsBackTo(Footprint before) =>
        Handles <= before.Handles + Slack && Threads <= before.Threads + Slack && Children <= before.Children;

    /// <summary>Waits until the process holds no more than before; threads of the pool, for one, end some time after their work.</summary>
    public static async Task<Footprint> ReturnToAsync(Footprint before, int process)
    {
        var now = Of(process);
        await Eventually.IsTrueAsync(() => Task.FromResult((now = Of(process)).IsBackTo(before)), () => $"back to {before}; last seen {now}");
        return now;
    }

    private static int ChildrenOf(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        }
        catch (IOException)
        {
            // The thread has ended.
            return 0;
        }
    }

    private static double Status(int process, string name)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(one => one.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }
}
