namespace EdgeCctv.Core.Frames;

/// <summary>
/// One captured picture and its truth from birth. Immutable, shared by all who watch: nobody may write to <see cref="Jpeg"/>.
/// </summary>
public sealed class Frame
{
    /// <summary>Counts every captured frame for as long as the process lives, from 1; never reset.</summary>
    public required long Sequence { get; init; }

    /// <summary>When the backend received the picture, on the monotonic clock of the process's <see cref="TimeProvider"/>.</summary>
    public required long ReceivedTimestamp { get; init; }

    /// <summary>The same moment on the wall clock. For people and records only: it may step, so no age is ever computed from it.</summary>
    public required DateTimeOffset ReceivedUtc { get; init; }

    /// <summary>When it was decoded, encoded and ready for whoever watches, on the same clock as the receipt.</summary>
    public required long ReadyTimestamp { get; init; }

    /// <summary>
    /// How much longer than the quickest one this picture was on its way to us, as its presentation time tells; zero where the camera
    /// tells none. Part of its age: after a stall the network delivers old pictures in a burst.
    /// </summary>
    public TimeSpan Drift { get; init; }

    /// <summary>For how long the camera has been sending this very picture; zero when it differs from the one before.</summary>
    public TimeSpan UnchangedFor { get; init; }

    /// <summary>Width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>The complete JPEG file; an array of exactly its size, because only such an array crosses the circuit as bytes.</summary>
    public required byte[] Jpeg { get; init; }

    /// <summary>XXH3 of <see cref="Jpeg"/>: two equal ones in a row tell of a camera or encoder that repeats itself.</summary>
    public required ulong ContentHash { get; init; }

    /// <summary>The time from one picture to the next, measured, or as the camera states it until it can be measured.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>The picture for analysis; only there while somebody demands it (<see cref="FrameBroadcaster.DemandGrey"/>).</summary>
    public GreyPicture? Grey { get; init; }

    /// <summary>Time since the backend received the picture, and what it was held up before.</summary>
    public TimeSpan Age(TimeProvider clock) => clock.GetElapsedTime(ReceivedTimestamp) + Drift;
}
