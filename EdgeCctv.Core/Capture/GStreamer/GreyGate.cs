using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>
/// Decides which pictures become analysis pictures: none while nobody wants them, else so many per second of the pictures' own time
/// (<see cref="CadenceGate"/>). What is not let through costs nothing. Thread-safe.
/// </summary>
internal sealed class GreyGate
{
    // As many as may be on their way between the gate and the reader.
    private const int Remembered = 16;

    private readonly TimeProvider _clock;
    private readonly CadenceGate _cadence;
    private readonly Lock _gate = new();
    private readonly ulong[] _passed = new ulong[Remembered];
    private long _count;
    private bool _wanted;

    /// <param name="mostPerSecond">The most analysis pictures a second, above 0.</param>
    /// <param name="clock">For sources that give their pictures no time.</param>
    public GreyGate(double mostPerSecond, TimeProvider clock)
    {
        _clock = clock;
        _cadence = new CadenceGate(mostPerSecond);
    }

    public void Want(bool wanted)
    {
        lock (_gate)
        {
            _wanted = wanted;
        }
    }

    /// <summary>Whether the picture of this presentation time, in nanoseconds, becomes an analysis picture too.</summary>
    public bool Lets(ulong presentation)
    {
        var time = presentation == Native.NoTime ? _clock.GetElapsedTime(0) : TimeSpan.FromTicks((long)(presentation / TimeSpan.NanosecondsPerTick));
        lock (_gate)
        {
            if (!_wanted || !_cadence.IsDue(time))
            {
                return false;
            }

            _passed[_count++ % Remembered] = presentation;
            return true;
        }
    }

    /// <summary>Whether it was let through, not long ago.</summary>
    public bool HasLet(ulong presentation)
    {
        lock (_gate)
        {
            return _passed.AsSpan(0, (int)Math.Min(_count, Remembered)).Contains(presentation);
        }
    }
}
