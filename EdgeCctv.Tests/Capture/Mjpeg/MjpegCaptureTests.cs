using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Capture.Mjpeg;

/// <summary>The reader against a camera that behaves.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class MjpegCaptureTests
{
    public static readonly TheoryData<string> Styles = [.. MjpegRig.Styles.Keys];

    [RequiresLinuxTheory]
    [MemberData(nameof(Styles))]
    public async Task Read_AnyStyle_GivesThePicturesUntouched(string style)
    {
        var sent = Enumerable.Range(0, 50).Select(_ => CameraPictures.Take()).ToArray();
        await using var camera = new MjpegCamera(MjpegPlays.Streams(20, number => sent[number % sent.Length], MjpegRig.Styles[style]));
        using var capture = MjpegRig.Open(camera.Locator);

        for (var i = 0; i < 10; i++)
        {
            var picture = MjpegRig.Read(capture);
            Assert.Equal((CameraPictures.Width, CameraPictures.Height), (picture.Width, picture.Height));
            Assert.Contains(sent, one => one.AsSpan().SequenceEqual(picture.Jpeg));
        }
    }

    [RequiresLinuxFact]
    public async Task Facts_AfterAPicture_TellReaderAndCamera()
    {
        await using var camera = new MjpegCamera(MjpegPlays.Streams());
        using var capture = MjpegRig.Open(camera.Locator);

        MjpegRig.Read(capture);

        Assert.Equal(
            new StreamFacts { Backend = "built-in MJPEG reader", Codec = "JPEG, passed through", Transport = "HTTP", Device = "test camera/1.0" },
            capture.Facts);
    }

    [RequiresLinuxFact]
    public async Task Read_PresentationTime_IsTheCamerasAndRuns()
    {
        await using var camera = new MjpegCamera(MjpegPlays.Streams());
        using var capture = MjpegRig.Open(camera.Locator);

        var (first, second) = (MjpegRig.Read(capture), MjpegRig.Read(capture));

        Assert.InRange(first.PresentationTime!.Value - (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch), TimeSpan.FromMinutes(-1), TimeSpan.Zero);
        Assert.True(second.PresentationTime > first.PresentationTime);
    }

    [RequiresLinuxFact]
    public async Task Read_WithGrey_GivesTheAnalysisPictureAtItsRateOnly()
    {
        await using var camera = new MjpegCamera(MjpegPlays.Streams(30));
        using var capture = MjpegRig.Open(camera.Locator, CaptureSettings.Default with { GreyRate = 0.001 });

        Assert.Null(MjpegRig.Read(capture).Grey);
        var grey = MjpegRig.Read(capture, withGrey: true).Grey;
        Assert.Equal((270, 152, 270 * 152), (grey!.Width, grey.Height, grey.Pixels.Length));
        Assert.Null(MjpegRig.Read(capture, withGrey: true).Grey);
    }

    [RequiresLinuxFact]
    public async Task Read_SizeChangesInMidStream_TellsTheNewSize()
    {
        await using var camera = new MjpegCamera(MjpegPlays.ChangesSize());
        using var capture = MjpegRig.Open(camera.Locator, CaptureSettings.Default with { GreyRate = 100 });

        var sizes = new HashSet<(int, int, int?)>();
        for (var i = 0; i < 40 && sizes.Count < 2; i++)
        {
            var picture = MjpegRig.Read(capture, withGrey: true);
            sizes.Add((picture.Width, picture.Height, picture.Grey?.Height));
        }

        Assert.Equal([(320, 180, 152), (640, 360, 152)], sizes.Order());
    }

    [RequiresLinuxFact]
    public async Task Read_BurstAfterAStall_GivesTheNewestOfIt()
    {
        await using var camera = new MjpegCamera(MjpegPlays.Streams());
        using var capture = MjpegRig.Open(camera.Locator);
        MjpegRig.Read(capture);

        camera.Behave(MjpegPlays.Bursts(pictures: 45));
        var (oldest, pictures) = (TimeSpan.Zero, 0);
        for (var began = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(6); pictures++)
        {
            oldest = TimeSpan.FromTicks(Math.Max(oldest.Ticks, CameraPictures.AgeOf(MjpegRig.Read(capture).Jpeg).Ticks));
        }

        Assert.InRange(oldest, TimeSpan.Zero, TimeSpan.FromSeconds(1.5));
        Assert.True(pictures > 10, $"{pictures} pictures only");
    }

    [RequiresLinuxFact]
    public async Task Dispose_Camera_SeesTheConnectionClosed()
    {
        await using var camera = new MjpegCamera(MjpegPlays.Streams());
        using (var capture = MjpegRig.Open(camera.Locator))
        {
            MjpegRig.Read(capture);
            Assert.Equal(1, camera.OpenConnections);
        }

        await Eventually.IsTrueAsync(() => camera.OpenConnections == 0, "the camera sees no connection");
    }
}
