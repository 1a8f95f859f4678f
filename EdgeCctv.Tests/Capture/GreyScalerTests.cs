using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Frames;

namespace EdgeCctv.Tests.Capture;

public sealed class GreyScalerTests
{
    private const byte Black = 16;

    [Theory]
    [InlineData(1280, 720, 160, 90)]
    [InlineData(640, 480, 160, 120)]
    [InlineData(1920, 1080, 160, 90)]
    [InlineData(720, 1280, 90, 160)]
    public void Scale_Picture_KeepsItsShape(int width, int height, int greyWidth, int greyHeight)
    {
        var grey = Scale(new I420Picture(width, height));

        Assert.Equal((greyWidth, greyHeight, greyWidth * greyHeight), (grey.Width, grey.Height, grey.Pixels.Length));
    }

    [Fact]
    public void Scale_SmallerThanTheAnalysisPicture_IsNotEnlarged()
    {
        var grey = Scale(new I420Picture(64, 64));

        Assert.Equal((64, 64), (grey.Width, grey.Height));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(16, 0)]
    [InlineData(126, 128)]
    [InlineData(235, 255)]
    [InlineData(255, 255)]
    public void Scale_OneShade_StaysOneOnTheFullRangeWhateverItsColour(byte shade, byte full)
    {
        var picture = new I420Picture(320, 184);
        picture.Y.Fill(shade);
        picture.U.Fill(7);
        picture.V.Fill(250);

        Assert.All(Scale(picture).Pixels, pixel => Assert.Equal(full, pixel));
    }

    [Fact]
    public void Scale_EachPixel_IsTheMeanOfTheBlockItStandsFor()
    {
        var picture = new I420Picture(320, 160);
        picture.Y.Fill(Black);
        picture.Y[2] = 200;
        picture.Y[323] = 100;

        var grey = Scale(picture);

        // The mean of 200, 100 and twice 16 is 83; stretched 78.
        Assert.Equal([0, 78, 0], grey.Pixels[..3]);
        Assert.Equal(78, grey.Pixels.Sum(pixel => pixel));
    }

    [Fact]
    public void Scale_SizeThatChanges_IsFollowed()
    {
        var scaler = new GreyScaler(CaptureSettings.Default);

        Assert.Equal((270, 152), Size(scaler.Scale(new I420Picture(640, 360))));
        Assert.Equal((270, 202), Size(scaler.Scale(new I420Picture(640, 480))));
    }

    private static (int Width, int Height) Size(GreyPicture picture) => (picture.Width, picture.Height);

    private static GreyPicture Scale(I420Picture picture) => new GreyScaler(CaptureSettings.Default with { GreyLongSide = 160 }).Scale(picture);
}
