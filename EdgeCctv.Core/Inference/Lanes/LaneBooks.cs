using EdgeCctv.Core.Statistics;

namespace EdgeCctv.Core.Inference.Lanes;

/// <summary>What a lane has done. Not thread-safe; its lane locks.</summary>
internal sealed class LaneBooks(TimeProvider clock)
{
    private readonly long _began = clock.GetTimestamp();
    private readonly RollingPercentiles _times = new();

    public long Analysed { get; private set; }

    /// <summary>When a frame of the camera's present session was last analysed.</summary>
    public long? LastSuccess { get; private set; }

    /// <summary>How long a frame took in the last minute.</summary>
    public LatencyPercentiles? TimeMs => _times.Read(clock.GetElapsedTime(_began));

    /// <param name="took">How long it took.</param>
    /// <param name="isPresent">Whether the frame belongs to the camera's present session.</param>
    public void OnAnalysed(TimeSpan took, bool isPresent)
    {
        Analysed++;
        _times.Add(clock.GetElapsedTime(_began), took);
        LastSuccess = isPresent ? clock.GetTimestamp() : LastSuccess;
    }

    public void OnCleared() => LastSuccess = null;
}
