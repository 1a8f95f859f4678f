using EdgeCctv.Core.Frames;

namespace EdgeCctv.Tests.Frames;

public sealed class AreaScalerTests
{
    [Fact]
    public void Scale_SameSize_ChangesNothing()
    {
        byte[] picture = [1, 2, 3, 4, 5, 6];
        var scaled = new byte[6];

        new AreaScaler(3, 2, 3, 2).Scale(picture, stride: 3, scaled);

        Assert.Equal(picture, scaled);
    }

    [Fact]
    public void Scale_ThreeToTwo_CountsThePixelInBetweenByHalves()
    {
        var scaled = new byte[2];

        // (30 + 60 / 2) / 1.5 and (60 / 2 + 240) / 1.5
        new AreaScaler(3, 1, 2, 1).Scale([30, 60, 240], stride: 3, scaled);

        Assert.Equal([40, 180], scaled);
    }

    [Theory]
    [InlineData(768, 432, 270, 152)]
    [InlineData(360, 240, 270, 180)]
    [InlineData(1280, 720, 270, 152)]
    [InlineData(97, 61, 70, 44)]
    [InlineData(65, 5, 64, 5)]
    public void Scale_AnyRatio_IsTheMeanOfTheArea(int width, int height, int toWidth, int toHeight)
    {
        var stride = width + 5;
        var picture = new byte[stride * height];
        new Random(1).NextBytes(picture);
        var scaled = new byte[toWidth * toHeight];

        new AreaScaler(width, height, toWidth, toHeight).Scale(picture, stride, scaled);

        for (var y = 0; y < toHeight; y++)
        {
            for (var x = 0; x < toWidth; x++)
            {
                var mean = Mean(picture, stride, ((double)x * width / toWidth, (double)(x + 1) * width / toWidth), ((double)y * height / toHeight, (double)(y + 1) * height / toHeight));
                Assert.InRange(scaled[(y * toWidth) + x], mean - 0.51, mean + 0.51);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    public void Scale_OneShade_StaysThatShade(byte shade)
    {
        var picture = new byte[768 * 432];
        picture.AsSpan().Fill(shade);
        var scaled = new byte[270 * 152];

        new AreaScaler(768, 432, 270, 152).Scale(picture, stride: 768, scaled);

        Assert.All(scaled, pixel => Assert.Equal(shade, pixel));
    }

    [Theory]
    [InlineData(11, 10)]
    [InlineData(10, 11)]
    [InlineData(0, 10)]
    public void Constructor_SizeThatIsNoSmallerOne_IsRefused(int toWidth, int toHeight) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AreaScaler(10, 10, toWidth, toHeight));

    [Theory]
    [InlineData(360, 240, 270, 180)]
    [InlineData(768, 432, 270, 152)]
    [InlineData(432, 768, 152, 270)]
    [InlineData(1920, 1080, 270, 152)]
    [InlineData(158, 238, 158, 238)]
    [InlineData(159, 101, 158, 100)]
    [InlineData(270, 2, 270, 2)]
    [InlineData(4000, 20, 270, 2)]
    public void AnalysisSize_OfAPicture_IsEvenKeepsItsShapeAndIsNeverLarger(int width, int height, int toWidth, int toHeight) =>
        Assert.Equal((toWidth, toHeight), AnalysisSize.Of(width, height));

    private static double Mean(byte[] picture, int stride, (double From, double To) columns, (double From, double To) rows)
    {
        var sum = 0.0;
        for (var y = (int)rows.From; y < rows.To; y++)
        {
            for (var x = (int)columns.From; x < columns.To; x++)
            {
                sum += picture[(y * stride) + x] * Overlap(x, columns) * Overlap(y, rows);
            }
        }

        return sum / ((columns.To - columns.From) * (rows.To - rows.From));
    }

    private static double Overlap(int pixel, (double From, double To) reach) => Math.Min(pixel + 1, reach.To) - Math.Max(pixel, reach.From);
}
