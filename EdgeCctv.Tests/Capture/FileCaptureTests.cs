using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Hosts;
using static EdgeCctv.Tests.Capture.LibraryRig;

namespace EdgeCctv.Tests.Capture;

/// <summary>Clips as cameras, with the native library of this run.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class FileCaptureTests
{
    [RequiresLinuxFact]
    public async Task Facts_File_NameItsCodec()
    {
        using var capture = Open($"file:{await TestClips.MatroskaAsync(320, 180, 30, 1)}");
        Read(capture);

        Assert.StartsWith("H.264", capture.Facts.Codec, StringComparison.Ordinal);
    }

    [RequiresLinuxFact]
    public async Task Read_WithGrey_GivesASmallPictureOnDemand()
    {
        using var capture = Open($"file:{await TestClips.MatroskaAsync(320, 180, 30, 1)}");
        Assert.Null(Read(capture).Grey);

        var grey = Enumerable.Range(0, 20).Select(_ => Read(capture, withGrey: true).Grey).First(one => one is not null)!;

        Assert.Equal((270, 152), (grey.Width, grey.Height));
        Assert.True(grey.Pixels.Max() > 200 && grey.Pixels.Min() < 40, "a white ball on black");
    }

    [RequiresLinuxFact]
    public async Task EncodeAt_LowerQuality_MakesTheNextPicturesSmaller()
    {
        using var capture = Open($"file:{await TestClips.MatroskaAsync(320, 180, 30, 1)}");
        var usual = Enumerable.Range(0, 5).Average(_ => Read(capture).Jpeg.Length);

        capture.EncodeAt(10);

        // Those that were encoded already.
        Read(capture);
        Read(capture);
        Read(capture);

        Assert.True(Enumerable.Range(0, 5).Average(_ => Read(capture).Jpeg.Length) < 0.9 * usual);
    }

    [RequiresLinuxFact]
    public async Task Read_FileThatLoops_GoesOnPastItsEndAtItsOwnPace()
    {
        using var capture = Open($"file:{await TestClips.MatroskaAsync(320, 180, 30, 1)}");
        Read(capture);
        var began = TimeProvider.System.GetTimestamp();

        var pictures = Enumerable.Range(0, 45).Select(_ => Read(capture)).ToList();

        Assert.All(pictures, picture => AssertIsJpeg(picture.Jpeg));
        Assert.Equal(33.3, pictures[^1].Interval!.Value.TotalMilliseconds, tolerance: 0.1);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 1.2, 4);
    }

    [RequiresLinuxFact]
    public async Task Read_FileOnce_EndsWithEndOfStreamAfterItsLastPicture()
    {
        var clip = await TestClips.MatroskaAsync(320, 180, 30, 1);
        using var capture = Open($"file:{clip}?once=1");
        var count = 0;

        var end = Assert.Throws<CaptureException>(() =>
        {
            for (; count < 100; count++)
            {
                Read(capture);
            }
        });

        Assert.Equal(CameraFault.EndOfStream, end.Fault);
        Assert.Equal(30, count);
    }

    [RequiresLinuxFact]
    public void Open_FileMissing_IsNotFoundAndNamed()
    {
        var fault = Assert.Throws<CaptureException>(() => Open("file:/nowhere/clip.mp4"));

        Assert.Equal(CameraFault.NotFound, fault.Fault);
        Assert.Contains("clip.mp4", fault.Message, StringComparison.Ordinal);
    }

    [RequiresLinuxFact]
    public async Task Read_FileIsNoVideo_IsAFaultNotAWait()
    {
        var text = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(text, "This is no video.");

        CameraFault[] faults = LibraryUnderTest.IsOpenCv ? [CameraFault.DecoderMissing] : [CameraFault.DecoderMissing, CameraFault.Damaged];
        Assert.Contains(FaultOf($"file:{text}").Fault, faults);
        File.Delete(text);
    }
}
