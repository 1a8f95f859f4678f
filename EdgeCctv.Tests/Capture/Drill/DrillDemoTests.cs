using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Demo;
using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeCctv.Tests.Capture.Drill;

/// <summary>Drills on the demo camera's real pictures, and the even picture in a real decoder.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class DrillDemoTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);
    private static readonly CameraSource Demo = Locators.Parse("demo:?size=320x240&fps=10&seed=7");
    private static readonly ICaptureLibrary Library = LibraryUnderTest.Create(TimeProvider.System);

    private readonly ManualTimeProvider _time = new();

    [RequiresLinuxFact]
    public void Off_Pictures_AreTheSameBytesAtTheSameTimesAsWithoutTheSeam()
    {
        using var bare = Backend().Open(Demo, CaptureSettings.Default);
        using var capture = new DrillBackend(Backend(), new DrillSwitch(), _time).Open(Demo, CaptureSettings.Default);

        for (var i = 0; i < 10; i++)
        {
            var (one, other) = (Read(bare), Read(capture));
            Assert.Equal(one.Jpeg, other.Jpeg);
            Assert.Equal(one.Grey!.Pixels, other.Grey!.Pixels);
            Assert.Equal(one, other with { Jpeg = one.Jpeg, Grey = one.Grey });
            _time.Advance(TimeSpan.FromSeconds(0.1));
        }
    }

    [RequiresLinuxTheory]
    [InlineData(DrillKind.Freeze)]
    [InlineData(DrillKind.Blank)]
    public void Repeats_MovingScene_GivesOnePicture(DrillKind kind)
    {
        var drill = new DrillSwitch();
        using var capture = new DrillBackend(Backend(), drill, _time).Open(Demo, CaptureSettings.Default);
        using var rehearsal = drill.TryBegin(kind);

        var pictures = Enumerable.Range(0, 5).Select(_ => Next(capture)).ToArray();

        Assert.Single(pictures.Select(picture => Convert.ToBase64String(picture.Jpeg)).Distinct());
        Assert.Single(pictures.Select(picture => Convert.ToBase64String(picture.Grey!.Pixels)).Distinct());
        Assert.Equal(5, pictures.Select(picture => picture.ReceivedTimestamp).Distinct().Count());
    }

    [RequiresLinuxFact]
    public void EvenJpeg_AnySize_IsDecodedAsEvenAndDark()
    {
        using var decoder = Library.CreateGreyDecoder(CaptureSettings.Default);
        foreach (var (width, height) in new[] { (320, 240), (1920, 1080), (641, 479), (16, 16) })
        {
            Assert.All(decoder.Decode(EvenJpeg.Encode(width, height))!.Pixels, pixel => Assert.InRange(pixel, 0, EvenJpeg.Luma + 16));
        }
    }

    [RequiresLinuxTheory]
    [InlineData(0)]
    [InlineData(1)]
    public void Damage_RealPicture_IsFoundBroken(int turn) =>
        Assert.NotNull(JpegStructure.Check(Damage.Of(CameraPictures.Take(), turn), out _));

    private DemoBackend Backend() => new(Library, _time, NullLogger<DemoBackend>.Instance);

    private CapturedPicture Next(ICapture capture)
    {
        _time.Advance(TimeSpan.FromSeconds(0.1));
        return Read(capture);
    }

    private static CapturedPicture Read(ICapture capture) => capture.Read(Timeout, withGrey: true, CancellationToken.None)!.Value;
}
