using EdgeCctv.Core.Frames;

namespace EdgeCctv.Tests.Fakes;

/// <summary>Frames made by hand, for tests that need no camera.</summary>
internal static class TestFrames
{
    public static Frame Frame(long sequence, long receivedTimestamp = 0, TimeSpan? interval = null) => new()
    {
        Sequence = sequence,
        ReceivedTimestamp = receivedTimestamp,
        ReceivedUtc = DateTimeOffset.UnixEpoch,
        Width = TinyJpeg.Width,
        Height = TinyJpeg.Height,
        Jpeg = TinyJpeg.Numbered((int)sequence),
        ContentHash = (ulong)sequence,
        Interval = interval,
    };
}
