namespace EdgeCctv.Web.Support;

/// <summary>What this process has used of its machine.</summary>
/// <param name="Processor">Processor time of all its threads since it began.</param>
/// <param name="Memory">Of the machine's memory, resident now, bytes.</param>
public readonly record struct ProcessUsage(TimeSpan Processor, long Memory)
{
    public static ProcessUsage Read() => new(Environment.CpuUsage.TotalTime, Environment.WorkingSet);
}
