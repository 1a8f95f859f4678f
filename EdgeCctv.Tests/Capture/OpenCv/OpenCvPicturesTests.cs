using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Clips;
using EdgeCctv.Core.Capture.OpenCv;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Capture.OpenCv;

/// <summary>JPEGs made and read, and clips.</summary>
public sealed class OpenCvPicturesTests
{
    private readonly OpenCvBackend _backend = new(TimeProvider.System, RtspTransport.Tcp);

    [RequiresFact(Need.OpenCv)]
    public void Encode_HalfBlackHalfWhite_ComesBackAsGreyAndColourOfFullRange()
    {
        using var encoder = _backend.Create(640, 360, 90);
        using var greys = _backend.CreateGreyDecoder(CaptureSettings.Default);
        using var colours = _backend.CreateColourDecoder();

        var jpeg = encoder.Encode(HalfWhite());
        var grey = greys.Decode(jpeg)!;
        var colour = colours.Decode(jpeg, 64, 48)!;

        Assert.True(jpeg is [0xFF, 0xD8, .., 0xFF, 0xD9]);
        Assert.Equal((270, 152), (grey.Width, grey.Height));
        Assert.True(grey.Pixels[10] < 5 && grey.Pixels[260] > 250, $"{grey.Pixels[10]}, {grey.Pixels[260]}");
        Assert.Equal((64, 48), (colour.Width, colour.Height));
        Assert.True(colour.Pixels[3] < 5 && colour.Pixels[(3 * 63) + 1] > 250);
    }

    [RequiresFact(Need.OpenCv)]
    public void Decode_Red_IsRedFirst()
    {
        using var encoder = _backend.Create(64, 64, 90);
        using var colours = _backend.CreateColourDecoder();
        var red = new I420Picture(64, 64);
        red.Y.Fill(81);
        red.U.Fill(90);
        red.V.Fill(240);

        var pixels = colours.Decode(encoder.Encode(red), 8, 8)!.Pixels;

        Assert.True(pixels[0] > 230 && pixels[1] < 25 && pixels[2] < 25, $"{pixels[0]}, {pixels[1]}, {pixels[2]}");
    }

    [RequiresTheory(Need.OpenCv)]
    [InlineData("")]
    [InlineData("no picture")]
    public void Decode_NoJpeg_IsNull(string text)
    {
        using var greys = _backend.CreateGreyDecoder(CaptureSettings.Default);

        Assert.Null(greys.Decode(System.Text.Encoding.ASCII.GetBytes(text)));
    }

    [RequiresFact(Need.OpenCv)]
    public async Task OpenGrey_Video_GivesEveryFrameNumbered()
    {
        var clip = ClipPath.Find(await TestClips.MatroskaAsync(320, 180, 30, 1));
        using var reader = _backend.OpenGrey(clip, (_, _) => (160, 90), CancellationToken.None);

        var numbers = new List<int>();
        while (reader.Next(CancellationToken.None) is { } frame)
        {
            numbers.Add(frame.Number);
            Assert.Equal((160, 90), (frame.Picture.Width, frame.Picture.Height));
        }

        Assert.Equal(Enumerable.Range(1, 30), numbers);
        Assert.Equal((320, 180, 30), (reader.Facts.Width, reader.Facts.Height, (int)Math.Round(reader.Facts.FramesPerSecond!.Value)));
    }

    private static I420Picture HalfWhite()
    {
        var picture = new I420Picture(640, 360);
        picture.U.Fill(128);
        picture.V.Fill(128);
        for (var row = 0; row < 360; row++)
        {
            picture.Y.Slice(row * 640, 320).Fill(16);
            picture.Y.Slice((row * 640) + 320, 320).Fill(235);
        }

        return picture;
    }
}
