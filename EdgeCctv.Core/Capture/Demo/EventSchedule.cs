namespace EdgeCctv.Core.Capture.Demo;

/// <summary>When the unusual things happen: the first 90 to 120 s after the start, then one every 60 to 180 s. Immutable.</summary>
internal sealed class EventSchedule(ulong seed)
{
    private const double FirstAfter = 90;
    private const double Period = 120;
    private const float FirstSpread = 30;
    private const float Spread = 60;

    /// <summary>Longer than any event lasts, in seconds.</summary>
    private const double Longest = 40;

    public SceneEvent At(long index)
    {
        ulong state = SceneHash.Of(seed, 10, (ulong)index);
        // Fixed slots with a shift in each: the time of any event is known without adding up those before it.
        double start = FirstAfter + (index * Period) + SceneHash.Next(ref state, 0f, index == 0 ? FirstSpread : Spread);
        bool vehicle = KindOf(index) == DemoEventKind.Vehicle;
        WalkPath[] ways = vehicle ? YardPaths.Driving : YardPaths.Running;
        WalkPath path = ways[SceneHash.Pick(ref state, ways.Length)];
        float speed = vehicle ? SceneHash.Next(ref state, 3.4f, 4.8f) : SceneHash.Next(ref state, 4.0f, 5.2f);
        bool backwards = !vehicle && SceneHash.Next(ref state) < 0.5f;
        Walker way = new(path, backwards, start, speed, 0f, !vehicle, SceneHash.Of(seed, 11, (ulong)index));
        return new SceneEvent(way, KindOf(index));
    }

    /// <summary>The event under way at that time, if there is one.</summary>
    public SceneEvent? Current(double seconds)
    {
        long slot = (long)Math.Floor((seconds - FirstAfter) / Period);
        for (long index = Math.Max(0, slot - 1); index <= slot; index++)
        {
            SceneEvent candidate = At(index);
            if (candidate.Way.IsThere(seconds))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>Whether a car is under way at some moment from <paramref name="from"/> to <paramref name="to"/> (seconds).</summary>
    public bool IsVehicleBetween(double from, double to)
    {
        long first = Math.Max(0, (long)Math.Floor((from - Longest - FirstAfter - Spread) / Period));
        for (long index = first; FirstAfter + (index * Period) <= to; index++)
        {
            SceneEvent candidate = At(index);
            if (candidate.Kind == DemoEventKind.Vehicle && candidate.Way.Start <= to && candidate.Way.End >= from)
            {
                return true;
            }
        }

        return false;
    }

    // Each pair of events has one of either kind, so that a viewer does not wait long for both.
    private DemoEventKind KindOf(long index)
    {
        ulong pair = SceneHash.Of(seed, 12, (ulong)(index / 2));
        return ((pair & 1) == 0) == (index % 2 == 0) ? DemoEventKind.Runner : DemoEventKind.Vehicle;
    }
}
