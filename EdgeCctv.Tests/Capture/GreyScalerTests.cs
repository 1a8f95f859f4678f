using EdgeCctv.Core.Capture;

namespace EdgeCctv.Tests.Capture;

public sealed class GreyScalerTests
{
    [Theory]
    [InlineData(1280, 720, 160, 90)]
    [InlineData(640, 480, 160, 120)]
    [InlineData(1920, 1080, 160, 90)]
    [InlineData(720, 1280, 160, 284)]
    public void Scale_Picture_KeepsItsShape(int width, int height, int greyWidth, int greyHeight)
    {
        var grey = GreyScaler.Scale(new I420Picture(width, height), CaptureSettings.Default);

        Assert.Equal((greyWidth, greyHeight, greyWidth * greyHeight), (grey.Width, grey.Height, grey.Pixels.Length));
    }

    [Fact]
    public void Scale_SmallerThanTheAnalysisPicture_IsNotEnlarged()
    {
        var grey = GreyScaler.Scale(new I420Picture(64, 64), CaptureSettings.Default);

        Assert.Equal((64, 64), (grey.Width, grey.Height));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    [InlineData(255)]
    public void Scale_OneShade_StaysThatShadeWhateverItsColour(byte shade)
    {
        var picture = new I420Picture(320, 184);
        picture.Y.Fill(shade);
        picture.U.Fill(7);
        picture.V.Fill(250);

        Assert.All(GreyScaler.Scale(picture, CaptureSettings.Default).Pixels, pixel => Assert.Equal(shade, pixel));
    }

    [Fact]
    public void Scale_EachPixel_IsTheMeanOfTheBlockItStandsFor()
    {
        var picture = new I420Picture(320, 160);
        picture.Y[2] = 200;
        picture.Y[323] = 100;

        var grey = GreyScaler.Scale(picture, CaptureSettings.Default);

        Assert.Equal([0, 75, 0], grey.Pixels[..3]);
        Assert.Equal(75, grey.Pixels.Sum(pixel => pixel));
    }

    [Fact]
    public void Scale_UnevenRatio_UsesEveryPixelOnce()
    {
        var picture = new I420Picture(200, 100);
        picture.Y.Fill(100);
        picture.Y[^1] = 255;

        var grey = GreyScaler.Scale(picture, CaptureSettings.Default);

        Assert.True(grey.Pixels[^1] > 100);
        Assert.All(grey.Pixels[..^1], pixel => Assert.Equal(100, pixel));
    }
}
