namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>The scores of the last ten minutes. Not thread-safe; its owner locks.</summary>
internal sealed class ScoreHistory
{
    /// <summary>How far back it goes.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    // Bound: ten minutes at 30 frames a second; a ring, a quarter of a megabyte.
    private const int Most = 18_000;

    private readonly ScoreSample[] _ring = new ScoreSample[Most];
    private long _count;

    public void Add(ScoreSample sample) => _ring[_count++ % Most] = sample;

    public void Clear() => _count = 0;

    /// <summary>Those of the last ten minutes, oldest first.</summary>
    /// <param name="now">On the scale of the samples.</param>
    public ScoreSample[] Read(TimeSpan now)
    {
        var kept = (int)Math.Min(_count, Most);
        var samples = new ScoreSample[kept];
        for (var i = 0; i < kept; i++)
        {
            samples[i] = _ring[(_count - kept + i) % Most];
        }

        return [.. samples.SkipWhile(sample => now - sample.At > Length)];
    }

    /// <summary>The largest score of each of the last seconds, oldest first; null for a second without any.</summary>
    /// <param name="now">On the scale of the samples.</param>
    /// <param name="seconds">How many.</param>
    public float?[] Trend(TimeSpan now, int seconds)
    {
        var trend = new float?[seconds];
        for (var i = _count - 1; i >= Math.Max(0, _count - Most); i--)
        {
            var sample = _ring[i % Most];
            var ago = (int)(now - sample.At).TotalSeconds;
            if (ago >= seconds)
            {
                break;
            }

            if (ago >= 0 && sample.Score is { } score)
            {
                ref var second = ref trend[seconds - 1 - ago];
                second = Math.Max(second ?? score, score);
            }
        }

        return trend;
    }
}

/// <summary>What one frame scored.</summary>
/// <param name="At">When it was taken, on a monotonic scale.</param>
/// <param name="Score">Null while the whole picture changed: such a frame alarms at no threshold, and what follows begins anew.</param>
/// <param name="IsOutOfPlace">Whether an alarm was on for where something is, which no threshold of the score changes.</param>
internal readonly record struct ScoreSample(TimeSpan At, float? Score, bool IsOutOfPlace = false);
