using System.Buffers.Binary;
using System.Text;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Clips;
using EdgeCctv.Core.Frames;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Capture.Clips;

[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class ClipReaderTests : IDisposable
{
    private static readonly ICaptureLibrary Factory = LibraryUnderTest.Create(TimeProvider.System);
    private readonly FfmpegClips _clips = new();

    public void Dispose() => _clips.Dispose();

    [RequiresLinuxTheory]
    [InlineData("b-frames.mp4", "-c:v libx264 -bf 3 -g 12 -pix_fmt yuv420p", 25.0)]
    [InlineData("mpeg4.avi", "-c:v mpeg4 -q:v 4", 25.0)]
    [InlineData("mjpeg.avi", "-c:v mjpeg -q:v 4 -pix_fmt yuvj420p", 25.0)]
    [InlineData("h264.mkv", "-c:v libx264 -pix_fmt yuv444p -r 12.5", 12.5)]
    [InlineData("raw.avi", "-c:v rawvideo -pix_fmt bgr24", 25.0)]
    [InlineData("ten-bit.mp4", "-c:v libx264 -pix_fmt yuv420p10le", 25.0)]
    public async Task OpenGrey_Video_GivesEveryFrameOnceInOrder(string name, string options, double rate)
    {
        // A white field that is one row higher in every frame.
        var frames = rate < 25 ? 30 : 60;
        var path = await _clips.MakeAsync(name, $"color=black:size=362x242:rate={rate},format=gray,geq=lum='if(gt(Y,2*N+20),235,16)'", $"-frames:v {frames} {options}");
        using var reader = Factory.OpenGrey(ClipPath.Find(path), AnalysisSizeOf, default);

        var numbers = new List<int>();
        var light = new List<double>();
        while (reader.Next(default) is { } frame)
        {
            numbers.Add(frame.Number);
            light.Add(frame.Picture.Pixels.Average(pixel => (double)pixel));
            Assert.Equal((270, 180, 270 * 180), (frame.Picture.Width, frame.Picture.Height, frame.Picture.Pixels.Length));
        }

        Assert.Equal(Enumerable.Range(1, frames), numbers);
        Assert.All(light.Zip(light.Skip(1)), pair => Assert.InRange(pair.First - pair.Second, 1, 3.5));
        Assert.Equal((frames, 0, null), (reader.Passed, reader.Skipped, reader.BrokenOff));
        Assert.Equal((362, 242), (reader.Facts.Width, reader.Facts.Height));
        Assert.Equal(rate, reader.Facts.FramesPerSecond!.Value, 3);
        Assert.InRange(reader.Facts.Frames!.Value, frames - 2, frames + 2);
    }

    [RequiresLinuxTheory]
    [InlineData("limited.mp4", "-c:v libx264 -qp 0 -pix_fmt yuv420p")]
    [InlineData("named.mp4", "-c:v libx264 -qp 0 -pix_fmt yuv420p -colorspace bt709 -color_range tv")]
    [InlineData("full.avi", "-c:v mjpeg -q:v 1 -pix_fmt yuvj420p")]
    [InlineData("grey/%02d.png", "-pix_fmt gray")]
    [InlineData("rgb/%02d.png", "-pix_fmt rgb24")]
    [InlineData("tif/%02d.tif", "-pix_fmt gray")]
    public async Task OpenGrey_AnyRangeOfLuma_GivesTheFullOne(string name, string options)
    {
        // Bars of black, grey and white, 724 rows high: beyond 576 GStreamer takes other colours for granted.
        var path = await _clips.MakeAsync(
            name, "color=black:size=300x724:rate=10,format=rgb24,geq=r='127.5*floor(X/100)':g='127.5*floor(X/100)':b='127.5*floor(X/100)'", $"-frames:v 3 {options}");
        using var reader = Factory.OpenGrey(ClipPath.Find(path), (width, height) => (30, 72), default);

        var row = reader.Next(default)!.Value.Picture.Pixels.AsSpan(30 * 36, 30).ToArray();

        Assert.InRange(row[5], 0, 2);
        Assert.InRange(row[15], 125, 130);
        Assert.InRange(row[25], 253, 255);
    }

    [RequiresLinuxFact]
    public async Task OpenGrey_ContainerThatWasCut_SaysWhereItBreaksOff()
    {
        var path = await _clips.MakeAsync("whole.mkv", "color=black:size=64x66:rate=10,noise=alls=40:allf=t", "-frames:v 80 -c:v mjpeg -q:v 4 -pix_fmt yuvj420p");
        var whole = await File.ReadAllBytesAsync(path);
        await File.WriteAllBytesAsync(_clips["cut.mkv"], whole[..(whole.Length / 2)]);
        using var reader = Factory.OpenGrey(ClipPath.Find(_clips["cut.mkv"]), AnalysisSizeOf, default);

        while (reader.Next(default) is not null)
        {
        }

        Assert.InRange(reader.Passed, 20, 60);
        Assert.Matches(@"it says that it lasts 8\.[01] s, and ends at [2-5]\.\d s", reader.BrokenOff);
    }

    [RequiresLinuxFact]
    public async Task OpenGrey_HalfAJpegAmongPictures_IsPassedOverAndCounted()
    {
        await _clips.MakeAsync("f/%d.jpg", "color=black:size=64x66:rate=10,noise=alls=40:allf=t", "-frames:v 5");
        var whole = await File.ReadAllBytesAsync(_clips["f/3.jpg"]);
        await File.WriteAllBytesAsync(_clips["f/3.jpg"], whole[..(whole.Length / 2)]);
        using var reader = Factory.OpenGrey(ClipPath.Find(_clips["f"]), AnalysisSizeOf, default);

        var numbers = new List<int>();
        while (reader.Next(default) is { } frame)
        {
            numbers.Add(frame.Number);
        }

        Assert.Equal([1, 2, 4, 5], numbers);
        Assert.Equal((5, 1), (reader.Passed, reader.Skipped));
    }

    [RequiresLinuxTheory]
    [InlineData("tif")]
    [InlineData("png")]
    [InlineData("bmp")]
    [InlineData("jpg")]
    public async Task OpenGrey_FolderOfPictures_IsAClip(string ending)
    {
        await _clips.MakeAsync($"f/%d.{ending}", "color=black:size=64x66:rate=10,format=gray,geq=lum='N*20'", "-frames:v 12");
        using var reader = Factory.OpenGrey(ClipPath.Find(_clips["f"]), AnalysisSizeOf, default);

        var shades = new List<int>();
        while (reader.Next(default) is { } frame)
        {
            shades.Add(frame.Picture.Pixels[64 * 33]);
        }

        Assert.Equal(new ClipFacts(64, 66, FramesPerSecond: null, Frames: 12), reader.Facts);
        Assert.All(shades.Select((shade, i) => shade - (20 * i)), difference => Assert.InRange(difference, -2, 2));
        Assert.Equal((12, 12, 0), (shades.Count, reader.Passed, reader.Skipped));
    }

    [RequiresLinuxFact]
    public async Task OpenGrey_FolderWithBrokenPictures_PassesThemOverAndCountsThem()
    {
        await _clips.MakeAsync("f/%02d.png", "testsrc=size=64x64:rate=10", "-frames:v 6");
        File.WriteAllText(_clips["f/01.png"], "no picture");
        File.WriteAllBytes(_clips["f/03.png"], File.ReadAllBytes(_clips["f/03.png"])[..200]);
        File.WriteAllBytes(_clips["f/06.png"], []);
        using var reader = Factory.OpenGrey(ClipPath.Find(_clips["f"]), AnalysisSizeOf, default);

        Assert.Equal([2, 4, 5], Numbers(reader));
        Assert.Equal((6, 3), (reader.Passed, reader.Skipped));
    }

    [RequiresLinuxFact]
    public async Task OpenGrey_PicturesOfTwoSizes_IsAnError()
    {
        await _clips.MakeAsync("f/a%02d.png", "testsrc=size=64x64:rate=10", "-frames:v 2");
        await _clips.MakeAsync("f/b%02d.png", "testsrc=size=66x64:rate=10", "-frames:v 2");
        using var reader = Factory.OpenGrey(ClipPath.Find(_clips["f"]), AnalysisSizeOf, default);

        var fault = Assert.Throws<CaptureException>(() => Numbers(reader));

        Assert.Contains("b01.png: Its frames change their size from 64 × 64 to 66 × 64.", fault.Message, StringComparison.Ordinal);
    }

    [RequiresLinuxFact]
    public Task OpenGrey_VideoWithAPacketOfZeros_KeepsTheNumbersOfTheOthers() => AssertFifthIsLeftOutAsync(size => size);

    // OpenCV gives out whatever its decoder makes of such a packet.
    [RequiresFact(Need.GStreamer)]
    public Task OpenGrey_VideoWithAPacketWithoutHeader_KeepsTheNumbersOfTheOthers() => AssertFifthIsLeftOutAsync(_ => 100);

    [RequiresLinuxFact]
    public async Task OpenGrey_VideoWithSound_IsReadAndCutShortEnds()
    {
        var path = await _clips.MakeAsync(
            "s.mkv", "testsrc=size=320x240:rate=25[out0];sine=440[out1]", "-frames:v 50 -shortest -c:v libx264 -pix_fmt yuv420p -c:a pcm_s16le");
        using (var reader = Factory.OpenGrey(ClipPath.Find(path), AnalysisSizeOf, default))
        {
            Assert.Equal(50, Numbers(reader).Count);
        }

        var file = await File.ReadAllBytesAsync(path);
        await File.WriteAllBytesAsync(path, file[..(file.Length / 2)]);
        using var cut = Factory.OpenGrey(ClipPath.Find(path), AnalysisSizeOf, default);
        Assert.InRange(Numbers(cut).Count, 2, 49);
    }

    [RequiresLinuxTheory]
    [InlineData("text.mp4", "no video at all\n")]
    [InlineData("empty.mp4", "")]
    [InlineData("zeros.bin", "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    [InlineData("picture.jpg", "no picture")]
    public void OpenGrey_NoVideo_IsOneLine(string name, string content)
    {
        File.WriteAllText(_clips[name], content, Encoding.Latin1);

        var fault = Assert.Throws<CaptureException>(() => Factory.OpenGrey(ClipPath.Find(_clips[name]), AnalysisSizeOf, default));

        Assert.DoesNotContain('\n', fault.Message);
        Assert.StartsWith(_clips[name], fault.Message, StringComparison.Ordinal);
    }

    [RequiresLinuxFact]
    public async Task OpenGrey_SoundOnly_IsOneLine()
    {
        var path = await _clips.MakeAsync("s.wav", "sine=440:duration=1");

        Assert.Throws<CaptureException>(() => Factory.OpenGrey(ClipPath.Find(path), AnalysisSizeOf, default));
    }

    [RequiresLinuxFact]
    public async Task OpenColour_Video_GivesTheSizeAskedForInColour()
    {
        // 101 wide: three bytes a pixel make rows that GStreamer pads.
        var path = await _clips.MakeAsync("red.mp4", "color=red:size=202x100:rate=10", "-frames:v 5 -c:v libx264 -pix_fmt yuv420p");
        using var reader = Factory.OpenColour(ClipPath.Find(path), (width, height) => (width / 2, height * 2), default);

        var picture = reader.Next(default)!.Value.Picture;

        Assert.Equal((101, 200, 3 * 101 * 200), (picture.Width, picture.Height, picture.Pixels.Length));
        Assert.All(picture.Pixels.Chunk(3), pixel => Assert.True(pixel[0] > 245 && pixel[1] < 10 && pixel[2] < 10));
        Assert.Equal((202, 100), (reader.Facts.Width, reader.Facts.Height));
    }

    [RequiresLinuxFact]
    public async Task Next_Cancelled_Ends()
    {
        var path = await _clips.MakeAsync("c.mp4", "testsrc=size=64x64:rate=10", "-frames:v 5 -c:v libx264 -pix_fmt yuv420p");
        using var reader = Factory.OpenGrey(ClipPath.Find(path), AnalysisSizeOf, default);
        reader.Next(default);

        Assert.Throws<OperationCanceledException>(() => reader.Next(new CancellationToken(canceled: true)));
    }

    private static (int Width, int Height) AnalysisSizeOf(int width, int height) => AnalysisSize.Of(width, height);

    private static List<int> Numbers(IClipReader<GreyPicture> reader)
    {
        var numbers = new List<int>();
        while (reader.Next(default) is { } frame)
        {
            numbers.Add(frame.Number);
        }

        return numbers;
    }

    private async Task AssertFifthIsLeftOutAsync(Func<int, int> zeros)
    {
        // Every frame a key frame: damage stays where it is.
        var path = await _clips.MakeAsync("d.avi", "testsrc=size=160x120:rate=10,noise=alls=20:allf=t", "-frames:v 20 -c:v mjpeg -q:v 3 -pix_fmt yuvj420p");
        var file = await File.ReadAllBytesAsync(path);
        var begin = file.AsSpan().IndexOf("movi"u8) - 4;
        for (var i = 0; i < 5; i++)
        {
            begin += 8 + file.AsSpan(begin + 8).IndexOf("00dc"u8);
        }

        // 00dc, size 4, picture
        file.AsSpan(begin + 8, zeros(BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(begin + 4)))).Clear();
        await File.WriteAllBytesAsync(path, file);
        using var reader = Factory.OpenGrey(ClipPath.Find(path), AnalysisSizeOf, default);

        var numbers = Numbers(reader);

        Assert.Equal(Enumerable.Range(1, 20).Except([5]), numbers);
        Assert.Equal((20, 1), (reader.Passed, reader.Skipped));
    }
}
