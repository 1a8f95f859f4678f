namespace EdgeCctv.Tests.Hosts;

/// <summary>Memory of a process over time.</summary>
internal sealed class MemoryTrack(ConsoleProcess console)
{
    private readonly long _began = TimeProvider.System.GetTimestamp();
    private readonly List<MemorySample> _samples = [];

    public IReadOnlyList<MemorySample> Samples => _samples;

    public void Sample()
    {
        var (heap, large) = GcWitness.LastOf(console);
        var at = TimeProvider.System.GetElapsedTime(_began);
        _samples.Add(new MemorySample(Math.Round(at.TotalSeconds), Footprint.Of(console.Process.Id).ResidentMegabytes, heap, large));
    }

    /// <summary>The straight line through <paramref name="value"/> after the first third, in MB an hour.</summary>
    public double SlopePerHour(Func<MemorySample, double> value)
    {
        var later = _samples.Skip(_samples.Count / 3).ToList();
        var (meanTime, meanValue) = (later.Average(one => one.Seconds), later.Average(value));
        var rise = later.Sum(one => (one.Seconds - meanTime) * (value(one) - meanValue));
        return rise / later.Sum(one => Math.Pow(one.Seconds - meanTime, 2)) * 3600;
    }
}

/// <summary>All in MB; heap and large objects as the last collection left them.</summary>
internal sealed record MemorySample(double Seconds, double Resident, double Heap, double LargeObjects);
