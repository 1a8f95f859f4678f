using EdgeCctv.Core.Frames;

namespace EdgeCctv.Tests.Fakes;

/// <summary>Frames made by hand, for tests that need no camera.</summary>
internal static class TestFrames
{
    public static Frame Frame(long sequence, long receivedTimestamp = 0, TimeSpan? interval = null, TimeSpan drift = default, TimeSpan unchangedFor = default) => new()
    {
        Sequence = sequence,
        ReceivedTimestamp = receivedTimestamp,
        ReceivedUtc = DateTimeOffset.UnixEpoch,
        ReadyTimestamp = receivedTimestamp,
        Drift = drift,
        UnchangedFor = unchangedFor,
        Width = TinyJpeg.Width,
        Height = TinyJpeg.Height,
        Jpeg = TinyJpeg.Numbered((int)sequence),
        ContentHash = (ulong)sequence,
        Interval = interval,
    };
}
