using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Inference.Scene;

/// <summary>The arithmetic on planes against the same written down pixel by pixel.</summary>
public sealed class PlanesTests
{
    private const int Width = 37;
    private const int Height = 21;

    private readonly float[] _plane = [.. Enumerable.Range(0, Width * Height).Select(i => (float)((i * 7919 % 256) + Math.Sin(i)))];

    [Theory]
    [InlineData(7, 3)]
    [InlineData(4, 2)]
    public void GaussianBlur_AnyPlane_IsTheWeightedMeanWithMirroredBorders(int radius, double sigma)
    {
        var weights = GaussianBlur.Weights(radius, sigma);
        var blurred = new float[_plane.Length];

        new GaussianBlur(radius, sigma, Width, Height).Apply(_plane, blurred);

        Each((x, y) =>
        {
            var expected = 0.0;
            for (var dy = -radius; dy <= radius; dy++)
            {
                for (var dx = -radius; dx <= radius; dx++)
                {
                    expected += weights[Math.Abs(dx)] * weights[Math.Abs(dy)] * At(x + dx, y + dy);
                }
            }

            Assert.Equal(expected, blurred[(y * Width) + x], 1e-3);
        });
    }

    [Fact]
    public void GaussianWeights_BothSides_AddUpToOne()
    {
        var weights = GaussianBlur.Weights(7, 3);

        Assert.Equal(1, (2 * weights.Sum()) - weights[0], 1e-6);
        Assert.Equal(Math.Exp(-1 / 18d), weights[1] / weights[0], 1e-6);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(19)]
    public void CellPool_OverlappingCells_AreTheirMeans(int kernel)
    {
        var (columns, rows) = (((Width - kernel) / 6) + 1, ((Height - kernel) / 6) + 1);
        var cells = new float[columns * rows];

        new CellPool(Width, kernel, columns, rows).Apply(_plane, cells);

        for (var cell = 0; cell < cells.Length; cell++)
        {
            var (left, top) = (cell % columns * 6, cell / columns * 6);
            var expected = Enumerable.Range(0, kernel * kernel).Average(i => At(left + (i % kernel), top + (i / kernel)));
            Assert.Equal(expected, cells[cell], 1e-3);
        }
    }

    [Fact]
    public void Halve_OddSizes_LeavesTheLastColumnAndRowOut()
    {
        var half = new float[Width / 2 * (Height / 2)];

        Planes.Halve(_plane, Width, Height, half);

        Assert.Equal((At(34, 18) + At(35, 18) + At(34, 19) + At(35, 19)) / 4, half[^1], 1e-3);
        Assert.Equal((At(0, 0) + At(1, 0) + At(0, 1) + At(1, 1)) / 4, half[0], 1e-3);
    }

    [Theory]
    [InlineData(2 * Width, 2 * Height)]
    [InlineData((2 * Width) + 1, (2 * Height) + 1)]
    public void Double_AnySize_IsBilinearBetweenTheCentresOfPixels(int width, int height)
    {
        var twice = new float[width * height];

        Planes.Double(_plane, Width, Height, 2, twice, width, height);

        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                // Where the larger size is odd, the last column and row repeat those before them.
                var (px, py) = (Place(x, Width), Place(y, Height));
                var (left, top) = ((int)px, (int)py);
                var expected = 0.0;
                for (var corner = 0; corner < 4; corner++)
                {
                    var (cx, cy) = (left + (corner & 1), top + (corner >> 1));
                    expected += (1 - Math.Abs(px - cx)) * (1 - Math.Abs(py - cy)) * At(Math.Min(cx, Width - 1), Math.Min(cy, Height - 1));
                }

                Assert.Equal(2 * expected, twice[(y * width) + x], 1e-2);
            }
        }

        static double Place(int index, int length) => Math.Clamp((Math.Min(index, (2 * length) - 1) - 0.5) / 2, 0, length - 1);
    }

    private static void Each(Action<int, int> check)
    {
        for (var i = 0; i < Width * Height; i++)
        {
            check(i % Width, i / Width);
        }
    }

    private float At(int x, int y) => _plane[(Mirrored(y, Height) * Width) + Mirrored(x, Width)];

    private static int Mirrored(int index, int length) => index < 0 ? -index : index >= length ? (2 * (length - 1)) - index : index;
}
