namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>
/// Remembers when the last packet of each picture arrived, by the picture's presentation time: decoding and encoding take their time
/// afterwards, and a burst waits for them. Thread-safe; written by GStreamer, read by the capture thread.
/// </summary>
internal sealed class ArrivalTimes(TimeProvider clock)
{
    // Pictures between packet and encoder are a handful; a decoder that reorders holds back 16 at most.
    private const int Length = 256;

    private readonly Lock _gate = new();
    private readonly ulong[] _presentations = new ulong[Length];
    private readonly long[] _arrivals = new long[Length];
    private long _count;

    /// <summary>A packet of the picture with this presentation time is here.</summary>
    /// <returns>The moment of it.</returns>
    public long Note(ulong presentation)
    {
        var now = clock.GetTimestamp();
        lock (_gate)
        {
            if (_count == 0 || _presentations[(_count - 1) % Length] != presentation)
            {
                _count++;
                _presentations[(_count - 1) % Length] = presentation;
            }

            _arrivals[(_count - 1) % Length] = now;
        }

        return now;
    }

    /// <summary>When it arrived, or null when nothing, or nothing more, is known of it.</summary>
    public long? Of(ulong presentation)
    {
        lock (_gate)
        {
            for (var i = _count - 1; i >= 0 && i >= _count - Length; i--)
            {
                if (_presentations[i % Length] == presentation)
                {
                    return _arrivals[i % Length];
                }
            }

            return null;
        }
    }
}
