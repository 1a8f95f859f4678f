using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Frames;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Capture;

[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class ColourDecoderTests : IDisposable
{
    private readonly ICaptureLibrary _library = LibraryUnderTest.Create(TimeProvider.System);
    private readonly IColourDecoder _decoder;

    public ColourDecoderTests() => _decoder = _library.CreateColourDecoder();

    public void Dispose() => _decoder.Dispose();

    // Widths of every remainder by 4: GStreamer fills rows up.
    [RequiresTheory(Need.Library)]
    [InlineData(320, 180)]
    [InlineData(101, 57)]
    [InlineData(102, 200)]
    [InlineData(103, 31)]
    [InlineData(416, 416)]
    [InlineData(1, 1)]
    public void Decode_QuartersOfFourColours_AreWhereTheyBelongAtEverySize(int width, int height)
    {
        var picture = _decoder.Decode(Quarters(640, 360), width, height)!;

        Assert.Equal((width, height, 3 * width * height), (picture.Width, picture.Height, picture.Pixels.Length));
        if (width > 1)
        {
            Near((255, 0, 0), picture, 0.25, 0.25);
            Near((0, 255, 0), picture, 0.75, 0.25);
            Near((0, 0, 255), picture, 0.25, 0.75);
            Near((255, 255, 255), picture, 0.75, 0.75);

            // No border either: the picture reaches every corner, stretched as it is.
            Near((255, 0, 0), picture, 0.01, 0.01);
            Near((255, 255, 255), picture, 0.99, 0.99);
        }
    }

    [RequiresFact(Need.Library)]
    public void Decode_SizesInTurn_AreEachAsAskedFor()
    {
        var jpeg = CameraPictures.Take();
        foreach (var (width, height) in new[] { (64, 64), (320, 240), (64, 64), (64, 32), (65, 32) })
        {
            var picture = _decoder.Decode(jpeg, width, height)!;

            Assert.Equal((width, height), (picture.Width, picture.Height));
        }
    }

    [RequiresFact(Need.Library)]
    public void Decode_NoJpeg_IsNullAndTheNextOneIsDecoded()
    {
        Assert.Null(_decoder.Decode("no JPEG at all"u8.ToArray(), 64, 64));
        Assert.Null(_decoder.Decode(CameraPictures.Take()[..400], 64, 64));
        Assert.NotNull(_decoder.Decode(CameraPictures.Take(), 64, 64));
    }

    // Red, green, blue and white as JPEG writes them: full range, BT.601.
    private byte[] Quarters(int width, int height)
    {
        (byte Y, byte U, byte V)[] colours = [(76, 85, 255), (150, 44, 21), (29, 255, 107), (255, 128, 128)];
        var picture = new I420Picture(width, height);
        using var encoder = _library.Create(width, height, quality: 95);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var colour = colours[(2 * (2 * y / height)) + (2 * x / width)];
                picture.Data[(y * width) + x] = colour.Y;
                var chroma = (width * height) + ((y / 2) * (width / 2)) + (x / 2);
                picture.Data[chroma] = colour.U;
                picture.Data[chroma + (width * height / 4)] = colour.V;
            }
        }

        return encoder.Encode(picture);
    }

    private static void Near((int Red, int Green, int Blue) expected, ColourPicture picture, double x, double y)
    {
        var at = 3 * (((int)(y * picture.Height) * picture.Width) + (int)(x * picture.Width));
        Assert.InRange(picture.Pixels[at], expected.Red - 12, expected.Red + 12);
        Assert.InRange(picture.Pixels[at + 1], expected.Green - 12, expected.Green + 12);
        Assert.InRange(picture.Pixels[at + 2], expected.Blue - 12, expected.Blue + 12);
    }
}
