using EdgeCctv.Core.Frames;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Frames;

public sealed class FrameStamperTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly FrameStamper _stamper;

    public FrameStamperTests() => _stamper = new FrameStamper(_time);

    [Fact]
    public void Stamp_FrameAfterFrame_CountsFromOne() =>
        Assert.Equal([1, 2, 3], Enumerable.Range(0, 3).Select(_ => Stamp(TinyJpeg.Next()).Sequence));

    [Fact]
    public async Task Stamp_FromSeveralThreads_GivesNoNumberTwice()
    {
        var sequences = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => Stamp(TinyJpeg.Next()).Sequence)));

        Assert.Equal(Enumerable.Range(1, 200).Select(number => (long)number), sequences.Order());
    }

    [Fact]
    public void Stamp_ReceivedAWhileAgo_TellsUtcAndAgeFromTheReceipt()
    {
        var receivedUtc = _time.GetUtcNow();
        var received = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromMilliseconds(250));

        var frame = _stamper.Stamp(new FrameHistory(), TinyJpeg.Next(), 8, 8, received, presented: null, statedInterval: null, grey: null);

        Assert.Equal((received, receivedUtc), (frame.ReceivedTimestamp, frame.ReceivedUtc));
        Assert.Equal(TimeSpan.FromMilliseconds(250), frame.Age(_time));
    }

    [Fact]
    public void Age_WallClockSteps_ChangesNothing()
    {
        var frame = Stamp(TinyJpeg.Next());

        _time.StepWallClock(TimeSpan.FromDays(-1));

        Assert.Equal(TimeSpan.Zero, frame.Age(_time));
    }

    [Fact]
    public void Stamp_SameBytes_HaveTheSameHashAndOthersAnother()
    {
        var (first, repeated, other) = (Stamp(TinyJpeg.Numbered(1)), Stamp(TinyJpeg.Numbered(1)), Stamp(TinyJpeg.Numbered(2)));

        Assert.Equal(first.ContentHash, repeated.ContentHash);
        Assert.NotEqual(first.ContentHash, other.ContentHash);
    }

    [Fact]
    public void Stamp_Picture_IsPassedOnUntouched()
    {
        var (jpeg, grey) = (TinyJpeg.Next(), new GreyPicture(1, 1, [7]));

        var frame = _stamper.Stamp(new FrameHistory(), jpeg, 640, 360, 0, presented: null, TimeSpan.FromMilliseconds(40), grey);

        Assert.Same(jpeg, frame.Jpeg);
        Assert.Same(grey, frame.Grey);
        Assert.Equal((640, 360, TimeSpan.FromMilliseconds(40)), (frame.Width, frame.Height, frame.Interval));
    }

    private Frame Stamp(byte[] jpeg) => _stamper.Stamp(
        new FrameHistory(), jpeg, TinyJpeg.Width, TinyJpeg.Height, _time.GetTimestamp(), presented: null, statedInterval: null, grey: null);
}
