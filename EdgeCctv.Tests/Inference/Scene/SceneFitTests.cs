using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Inference.Scene;

public sealed class SceneFitTests
{
    private static readonly SceneGeometry Geometry = new(126, 96);

    [Fact]
    public void Perspective_FarIsSlower_IsFollowedWhereNothingWasSeen()
    {
        var (columns, rows) = Geometry.Small;
        // Only the middle columns were walked on; speed doubles from row to row four apart.
        var block = Block(200, maps =>
        {
            for (var cell = 0; cell < maps.SmallCells; cell++)
            {
                var isWalked = cell % columns is > 6 and < 13;
                maps.Small[cell] = isWalked ? 0.5f : 0;
                maps.SmallChannel(1)[cell] = isWalked ? (float)Math.Pow(2, cell / columns / 4d) / 10 : 0;
            }
        });

        var samples = SpeedSamples.Collect([block], one => one.Small, CellMaps.SmallChannels, 1, columns * rows);
        var speeds = PerspectiveFit.Of(samples, Geometry, SceneGeometry.SmallKernel, columns, rows);

        Assert.InRange(speeds[8 * columns] / speeds[4 * columns], 1.9f, 2.1f);
        Assert.InRange(speeds[(8 * columns) + columns - 1], 0.38f, 0.42f);
    }

    [Fact]
    public void Perspective_FewCells_IsTheSameEverywhere()
    {
        var (columns, rows) = Geometry.Small;
        var block = Block(200, maps =>
        {
            maps.Small[5] = maps.Small[columns * 10] = 0.5f;
            maps.SmallChannel(1)[5] = 0.2f;
            maps.SmallChannel(1)[columns * 10] = 0.8f;
        });

        var samples = SpeedSamples.Collect([block], one => one.Small, CellMaps.SmallChannels, 1, columns * rows);
        var speeds = PerspectiveFit.Of(samples, Geometry, SceneGeometry.SmallKernel, columns, rows);

        Assert.All(speeds, speed => Assert.Equal(speeds[0], speed));
        Assert.InRange(speeds[0], 0.7f, 0.9f);
    }

    /// <summary>All went to the right so far: the first one to the left is hardly odder than they were, at another speed it is.</summary>
    [Fact]
    public void Shape_AllWentOneWay_TheOtherWayIsNotOdd()
    {
        var fit = SceneFit.Of([Block(300, maps => Walk(maps, right: 0.6f, left: 0))], Geometry, 10);

        var (same, mirrored, faster) = (Odd(fit, 0.6f, 0), Odd(fit, 0, 0.6f), Odd(fit, 2, 0));

        Assert.True(mirrored < same + 3, $"{same} {mirrored}");
        Assert.True(faster > mirrored + 1, $"{mirrored} {faster}");
    }

    private static float Odd(SceneFit fit, float right, float left)
    {
        CellMaps maps = new(Geometry);
        Walk(maps, right, left);
        return new CueMaps(fit).Compute(maps, CellMask.All(Geometry)).Odd;
    }

    private static void Walk(CellMaps maps, float right, float left)
    {
        maps.LargeChannel(0)[..20].Fill(0.4f);
        maps.LargeChannel(1)[..20].Fill(right + left);
        maps.LargeChannel(2)[..20].Fill(right);
        maps.LargeChannel(3)[..20].Fill(left);
        maps.LargeChannel(6)[..20].Fill((right * right) + (left * left));
        maps.LargeChannel(7)[..20].Fill(10);
    }

    private static SampleBlock Block(int frames, Action<CellMaps> paint)
    {
        SampleBlock block = new(Geometry, followsBlock: false);
        CellMaps maps = new(Geometry);
        var random = new Random(1);
        for (var frame = 0; frame < frames; frame++)
        {
            paint(maps);
            // Nobody walks twice in the same way.
            for (var i = 0; i < maps.Large.Length; i++)
            {
                maps.Large[i] *= 0.8f + (0.4f * random.NextSingle());
            }

            block.Add(maps);
        }

        return block;
    }
}
