namespace EdgeCctv.Core.Capture.Demo;

/// <summary>
/// Who walks when. Each lane sends one walker at a time on the way, at moments that follow from its number alone. Immutable.
/// </summary>
internal sealed class WalkerSchedule(ulong seed, EventSchedule events)
{
    /// <summary>No more people than this are under way at once.</summary>
    public const int Most = 8;

    // The first lane has somebody under way at all times: each takes longer than it can be to the next one's start.
    private const double SteadyPeriod = 12.5;
    private const float SteadySpread = 2f;
    private const float SteadyLeast = 15.5f;
    private const double CasualPeriod = 19.0;
    private const float CasualShare = 0.6f;
    private const int SlotsBack = 3;

    /// <summary>Fills <paramref name="walkers"/> with those under way at <paramref name="seconds"/> and returns how many.</summary>
    public int Collect(double seconds, Span<Walker> walkers)
    {
        int count = 0;
        for (int back = 0; back < SlotsBack; back++)
        {
            AddIfThere(Steady((long)Math.Floor(seconds / SteadyPeriod) - back), seconds, walkers, ref count);
            AddIfThere(Casual((long)Math.Floor(seconds / CasualPeriod) - back), seconds, walkers, ref count);
        }

        return count;
    }

    private static void AddIfThere(Walker? walker, double seconds, Span<Walker> walkers, ref int count)
    {
        if (walker is { } one && one.IsThere(seconds) && count < walkers.Length)
        {
            walkers[count++] = one;
        }
    }

    private Walker Steady(long slot)
    {
        ulong state = SceneHash.Of(seed, 1, (ulong)slot);
        double start = (slot * SteadyPeriod) - SceneHash.Next(ref state, 0f, SteadySpread);
        return Walk(YardPaths.Long, start, SceneHash.Next(ref state, 1.15f, 1.5f), SteadyLeast, state);
    }

    private Walker? Casual(long slot)
    {
        ulong state = SceneHash.Of(seed, 2, (ulong)slot);
        double start = (slot * CasualPeriod) + SceneHash.Next(ref state, 0f, 10f);
        return SceneHash.Next(ref state) < CasualShare ? Walk(YardPaths.Short, start, SceneHash.Next(ref state, 1.0f, 1.75f), 0f, state) : null;
    }

    private Walker Walk(WalkPath[] ways, double start, float speed, float leastSeconds, ulong state)
    {
        // Nobody walks in front of a moving car.
        if (events.IsVehicleBetween(start, start + 35))
        {
            ways = YardPaths.AwayFromCars;
        }

        WalkPath path = ways[SceneHash.Pick(ref state, ways.Length)];
        speed = leastSeconds > 0f ? MathF.Min(speed, path.Length / leastSeconds) : speed;
        bool backwards = SceneHash.Next(ref state) < 0.5f;
        float aside = SceneHash.Next(ref state, -0.35f, 0.35f);
        return new Walker(path, backwards, start, speed, aside, false, SceneHash.Of(seed, 3, state));
    }
}
