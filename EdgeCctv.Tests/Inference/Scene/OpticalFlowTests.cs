using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Inference.Scene;

public sealed class OpticalFlowTests
{
    private const int Width = 90;
    private const int Height = 70;

    private readonly float[] _u = new float[Width * Height];
    private readonly float[] _v = new float[Width * Height];

    [Fact]
    public void LucasKanade_PictureMovesALittle_SaysWhereTo()
    {
        new LucasKanade(Width, Height).Flow(Waves(0, 0), Waves(0.5, -0.3), 2, _u, _v);

        Assert.InRange(_u.Average(), 0.45f, 0.55f);
        Assert.InRange(_v.Average(), -0.35f, -0.25f);
    }

    [Fact]
    public void LucasKanade_NoTexture_SaysZero()
    {
        new LucasKanade(Width, Height).Flow(new float[Width * Height], new float[Width * Height], 2, _u, _v);

        Assert.All(_u, value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public void WideFlow_PictureMovesFar_FollowsWhatOneLevelCannot(double pixels)
    {
        LucasKanade fine = new(Width, Height);
        new WideFlow(Width, Height, fine, WideFlow.Halvings, WideFlow.Most).Flow(Waves(0, 0), Waves(pixels, 0), _u, _v);
        var wide = Middle(_u);
        fine.Flow(Waves(0, 0), Waves(pixels, 0), 2, _u, _v);

        Assert.InRange(wide, pixels - 0.5, pixels + 0.5);
        Assert.True(Middle(_u) <= 2);
    }

    [Fact]
    public void WideFlow_FartherThanItMay_IsCut()
    {
        new WideFlow(Width, Height, new LucasKanade(Width, Height), WideFlow.Halvings, 1).Flow(Waves(0, 0), Waves(3, 3), _u, _v);

        Assert.All(_u.Concat(_v), value => Assert.InRange(value, -1, 1));
        Assert.Contains(1f, _u);
    }

    // Without a border that something may leave by.
    private static double Middle(float[] plane) =>
        Enumerable.Range(0, plane.Length).Where(i => i % Width is > 20 and < Width - 20 && i / Width is > 20 and < Height - 20).Average(i => plane[i]);

    private static float[] Waves(double right, double down) =>
    [
        .. from y in Enumerable.Range(0, Height)
           from x in Enumerable.Range(0, Width)
           select (float)(128 + (50 * Math.Sin(0.2 * (x - right))) + (50 * Math.Cos(0.17 * (y - down)))),
    ];
}
