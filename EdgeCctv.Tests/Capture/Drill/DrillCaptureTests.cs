using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Core.Frames;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Capture.Drill;

/// <summary>What a rehearsal does to the pictures of a scripted camera, and that nothing is done without one.</summary>
public sealed class DrillCaptureTests : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.1);

    private readonly ManualTimeProvider _time = new();
    private readonly FakeBackend _cameras;
    private readonly DrillSwitch _drill = new();
    private readonly DrillBackend _backend;
    private readonly ICapture _capture;

    public DrillCaptureTests()
    {
        _cameras = new FakeBackend(_time) { HasFirstPicture = false, Interval = Interval };
        _backend = new DrillBackend(_cameras, _drill, _time);
        _capture = _backend.Open(CameraRig.Front, CaptureSettings.Default);
    }

    public void Dispose() => _capture.Dispose();

    [Fact]
    public void Read_NoDrill_PassesThePictureUntouched()
    {
        var sent = Send();

        var read = Read();

        Assert.Equal(sent, read);
        Assert.Same(sent.Jpeg, read.Jpeg);
        Assert.Same(sent.Grey, read.Grey);
    }

    [Fact]
    public void Read_NoDrill_PassesWhatIsAskedForAndTheRest()
    {
        Send();
        Assert.Null(_capture.Read(Timeout, withGrey: false, CancellationToken.None)!.Value.Grey);

        Assert.Null(_capture.Read(TimeSpan.Zero, withGrey: true, CancellationToken.None));
        Assert.Same(_cameras.Last.Facts, _capture.Facts);
        _cameras.Last.Fail(CameraFault.DeviceGone);
        Assert.Equal(CameraFault.DeviceGone, Assert.Throws<CaptureException>(() => Read()).Fault);
        Assert.Throws<OperationCanceledException>(() => _capture.Read(Timeout, true, new CancellationToken(canceled: true)));
        _capture.Dispose();
        Assert.True(_cameras.Last.IsDisposed);
    }

    [Fact]
    public void Read_NoDrill_AllocatesNothing()
    {
        var real = new Replay(Picture());
        using var capture = new DrillBackend(real, _drill, _time).Open(CameraRig.Front, CaptureSettings.Default);
        capture.Read(Timeout, withGrey: true, CancellationToken.None);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            capture.Read(Timeout, withGrey: true, CancellationToken.None);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Freeze_EveryPicture_IsTheFirstOneWithTheTimesOfTheRealOne()
    {
        Send();
        var before = Read();
        using var rehearsal = _drill.TryBegin(DrillKind.Freeze);
        var held = Send();
        Read();
        var real = Picture() with { PresentationTime = TimeSpan.FromSeconds(7) };

        var read = Read(real);

        Assert.NotEqual(before.Jpeg, held.Jpeg);
        Assert.Equal(real with { Jpeg = held.Jpeg, Grey = held.Grey }, read);
        Assert.NotEqual(held.ReceivedTimestamp, read.ReceivedTimestamp);
    }

    [Fact]
    public void Freeze_AnalysisPictureComesLater_IsRepeatedFromThen()
    {
        using var rehearsal = _drill.TryBegin(DrillKind.Freeze);
        Assert.Null(Read(Picture() with { Grey = null }).Grey);
        var first = Picture() with { Grey = new GreyPicture(2, 2, [1, 2, 3, 4]) };

        Assert.Same(first.Grey, Read(first).Grey);
        Assert.Same(first.Grey, Read(Picture()).Grey);
        Assert.Null(Read(Picture() with { Grey = null }).Grey);
    }

    [Theory]
    [InlineData(DrillKind.Freeze)]
    [InlineData(DrillKind.Blank)]
    public void Repeats_ForTheFrozenTime_IsFoundFrozenAndMovesAfterwards(DrillKind kind)
    {
        var (stamper, history) = (new FrameStamper(_time), new FrameHistory());
        Frame Stamp(CapturedPicture picture) => stamper.Stamp(
            history, picture.Jpeg, picture.Width, picture.Height, picture.ReceivedTimestamp, picture.PresentationTime, picture.Interval, picture.Grey);
        Stamp(Read(Picture()));
        Frame frame;
        using (_drill.TryBegin(kind))
        {
            frame = Stamp(Read(Picture()));
            Assert.False(Freshness.Default.IsFrozen(frame));
            for (var passed = TimeSpan.Zero; passed < Freshness.Default.FrozenAfter; passed += Interval)
            {
                frame = Stamp(Read(Picture()));
            }
        }

        Assert.True(Freshness.Default.IsFrozen(frame));
        Assert.False(Freshness.Default.IsFrozen(Stamp(Read(Picture()))));
    }

    [Fact]
    public void Blank_EveryPicture_IsTheSameWholeDarkPictureOfTheSameSize()
    {
        using var rehearsal = _drill.TryBegin(DrillKind.Blank);
        var real = Picture() with { Width = 641, Height = 479 };

        var read = Read(real);

        Assert.Null(JpegStructure.Check(read.Jpeg, out var scan));
        Assert.Equal((641, 479, true), (scan.Width, scan.Height, scan.HasHuffmanTables));
        Assert.All(read.Grey!.Pixels, pixel => Assert.Equal(EvenJpeg.Luma, pixel));
        Assert.Equal((real.Grey!.Width, real.Grey.Height, real.Grey.Pixels.Length), (read.Grey.Width, read.Grey.Height, read.Grey.Pixels.Length));
        Assert.Equal(real with { Jpeg = read.Jpeg, Grey = read.Grey }, read);
        Assert.Same(read.Jpeg, Read(real).Jpeg);
        Assert.Same(read.Grey, Read(real).Grey);
    }

    [Fact]
    public void Disconnect_ReadUnderWay_ThrowsAndOpeningIsRefusedUntilItsEnd()
    {
        using (_drill.TryBegin(DrillKind.Disconnect))
        {
            Send();
            var cut = Assert.Throws<CaptureException>(() => Read());
            var refused = Assert.Throws<CaptureException>(() => _backend.Open(CameraRig.Front, CaptureSettings.Default));

            Assert.All(new[] { cut, refused }, fault =>
            {
                Assert.StartsWith("Drill:", fault.Message, StringComparison.Ordinal);
                Assert.False(fault.Fault.NeedsPerson());
                Assert.NotEqual(CameraFault.EndOfStream, fault.Fault);
            });
            Assert.Equal(1, _cameras.Opens);
        }

        _backend.Open(CameraRig.Front, CaptureSettings.Default).Dispose();
        Assert.Equal(2, _cameras.Opens);
    }

    [Fact]
    public void Corrupt_EveryPicture_IsReadAndDroppedUntilTheTimeIsOver()
    {
        using var rehearsal = _drill.TryBegin(DrillKind.Corrupt);
        for (var i = 0; i < 5; i++)
        {
            Send();
        }

        var broken = Assert.Throws<CaptureException>(() => _capture.Read(TimeSpan.Zero, withGrey: true, CancellationToken.None));

        Assert.Equal(CameraFault.Damaged, broken.Fault);
        Assert.Null(_capture.Read(TimeSpan.Zero, withGrey: true, CancellationToken.None));
    }

    [Fact]
    public void Corrupt_ReadsOn_WaitsForNoMoreThanWhatIsLeftOfTheTime()
    {
        var camera = new Replay(Picture()) { Takes = _time, Time = TimeSpan.FromSeconds(0.75) };
        using var capture = new DrillBackend(camera, _drill, _time).Open(CameraRig.Front, CaptureSettings.Default);
        using var rehearsal = _drill.TryBegin(DrillKind.Corrupt);

        Assert.Throws<CaptureException>(() => capture.Read(Timeout, withGrey: false, CancellationToken.None));

        Assert.Equal([2, 1.25, 0.5, 0], camera.Timeouts);
    }

    [Fact]
    public void Corrupt_Over_ThePictureIsTheCamerasOwn()
    {
        using (_drill.TryBegin(DrillKind.Corrupt))
        {
            Send();
            Assert.Throws<CaptureException>(() => _capture.Read(TimeSpan.Zero, withGrey: true, CancellationToken.None));
        }

        var sent = Send();
        Assert.Same(sent.Jpeg, Read().Jpeg);
    }

    [Fact]
    public void TryBegin_AnotherUnderWay_IsRefusedAndALateEndEndsNothingElse()
    {
        var first = _drill.TryBegin(DrillKind.Freeze)!;
        Assert.Null(_drill.TryBegin(DrillKind.Corrupt));
        first.Dispose();
        using var second = _drill.TryBegin(DrillKind.Blank);

        first.Dispose();

        Assert.Equal(DrillKind.Blank, _drill.Kind);
    }

    [Fact]
    public void Freeze_SecondDrill_HoldsAPictureOfItsOwn()
    {
        using (_drill.TryBegin(DrillKind.Freeze))
        {
            Read(Picture());
        }

        var later = Picture();
        using var second = _drill.TryBegin(DrillKind.Freeze);

        Assert.Same(later.Jpeg, Read(later).Jpeg);
    }

    private CapturedPicture Picture()
    {
        _time.Advance(Interval);
        return new CapturedPicture(TinyJpeg.Next(), TinyJpeg.Width, TinyJpeg.Height, _time.GetTimestamp(), Interval, new GreyPicture(2, 4, BitConverter.GetBytes(_time.GetTimestamp())));
    }

    private CapturedPicture Send()
    {
        var picture = Picture();
        _cameras.Last.Deliver(picture);
        return picture;
    }

    private CapturedPicture Read() => _capture.Read(Timeout, withGrey: true, CancellationToken.None)!.Value;

    private CapturedPicture Read(CapturedPicture next)
    {
        _cameras.Last.Deliver(next);
        return Read();
    }

    /// <summary>A camera that gives the same picture whenever it is asked, after some time, but no more when it is given none.</summary>
    private sealed class Replay(CapturedPicture picture) : ICaptureBackend, ICapture
    {
        private readonly List<double> _timeouts = new(2000);

        public ManualTimeProvider? Takes { get; init; }

        public TimeSpan Time { get; init; }

        public IReadOnlyList<double> Timeouts => _timeouts;

        public StreamFacts Facts => StreamFacts.Unknown;

        public long? LastReceived => null;

        public bool CanOpen(CameraSourceKind kind) => true;

        public ICapture Open(CameraSource source, CaptureSettings settings) => this;

        public void EncodeAt(int jpegQuality)
        {
        }

        public CapturedPicture? Read(TimeSpan timeout, bool withGrey, CancellationToken cancellation)
        {
            _timeouts.Add(timeout.TotalSeconds);
            Takes?.Advance(Time);
            return timeout > TimeSpan.Zero ? picture : null;
        }

        public void Dispose()
        {
        }
    }
}
