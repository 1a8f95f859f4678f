using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Capture;

[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class GreyDecoderTests : IDisposable
{
    private readonly IGreyDecoder _decoder = LibraryUnderTest.Create(TimeProvider.System).CreateGreyDecoder(CaptureSettings.Default);

    public void Dispose() => _decoder.Dispose();

    [RequiresFact(Need.Library)]
    public void Decode_PicturesOfManySizes_AreScaledToTheSettings()
    {
        foreach (var (width, height, greyWidth, greyHeight) in new[]
        {
            (320, 180, 270, 152), (640, 360, 270, 152), (1280, 720, 270, 152), (320, 240, 270, 202), (240, 480, 136, 270), (80, 64, 80, 64), (320, 180, 270, 152),
        })
        {
            var picture = _decoder.Decode(CameraPictures.Take(width, height))!;

            Assert.Equal((greyWidth, greyHeight, greyWidth * greyHeight), (picture.Width, picture.Height, picture.Pixels.Length));
        }
    }

    [RequiresFact(Need.Library)]
    public void Decode_Picture_ShowsWhatIsInIt()
    {
        // The strip under the picture is black and white, and the first bits of our time are not all alike.
        var picture = _decoder.Decode(CameraPictures.Take())!;

        var strip = picture.Pixels.AsSpan((picture.Height - 4) * picture.Width, picture.Width).ToArray();
        Assert.Contains(strip, pixel => pixel > 200);
        Assert.Contains(strip, pixel => pixel < 50);
    }

    [RequiresFact(Need.Library)]
    public void Decode_NoJpeg_IsNullAndTheNextOneIsDecoded()
    {
        var good = CameraPictures.Take();
        byte[] withBadTable = (byte[])good.Clone();
        withBadTable.AsSpan(good.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC4]) + 5, 16).Fill(0xFF);
        byte[][] broken = ["no JPEG at all"u8.ToArray(), [], good[..40], [.. good, .. good], CameraPictures.Claiming(good, 0, 0), withBadTable];

        Assert.All(broken, one =>
        {
            Assert.Null(_decoder.Decode(one));
            Assert.NotNull(_decoder.Decode(good));
        });
    }
}
