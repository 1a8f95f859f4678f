namespace EdgeCctv.Core.Capture.Demo;

/// <summary>
/// Randomness as a pure function of what it is for, so that any moment of the scene can be drawn without having drawn those before.
/// </summary>
internal static class SceneHash
{
    public static ulong Of(ulong seed, ulong salt, ulong index)
    {
        return Mix(Mix(seed ^ (salt * 0x9E3779B97F4A7C15)) + index);
    }

    /// <summary>The next draw of a series: <paramref name="state"/> moves on, the result is in [0, 1).</summary>
    public static float Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        return (Mix(state) >> 40) * (1f / (1 << 24));
    }

    public static float Next(ref ulong state, float low, float high)
    {
        return low + ((high - low) * Next(ref state));
    }

    /// <summary>A whole number from 0 to <paramref name="count"/> - 1.</summary>
    public static int Pick(ref ulong state, int count)
    {
        return (int)(Next(ref state) * count);
    }

    // The finaliser of splitmix64.
    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
