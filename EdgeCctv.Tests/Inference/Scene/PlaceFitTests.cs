using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Inference.Scene;

public sealed class PlaceFitTests
{
    private const double FramesPerSecond = 10;
    private const int Frames = 3162;

    private static readonly SceneGeometry Geometry = new(64, 64);

    private readonly CellMaps _maps = new(Geometry);
    private readonly float[] _presence = new float[Geometry.Small.Columns * Geometry.Small.Rows];

    [Fact]
    public void Of_NeverNowAndThenAndOften_IsOneBetweenAndZero()
    {
        // Cell 1 was visited in one frame, cell 2 in three, cell 3 in one of a hundred; cell 4 half for twice as long as cell 1.
        var rare = Of(Block(Frames, frame =>
        {
            _presence[1] = frame == 7 ? 1 : 0;
            _presence[2] = frame is 7 or 8 or 9 ? 1 : 0;
            _presence[3] = frame % 100 == 0 ? 1 : 0;
            _presence[4] = frame is 7 or 8 ? 0.5f : 0;
        }));

        Assert.Equal(1, rare[0]);
        Assert.Equal(0.5, rare[1], 1e-3);
        Assert.Equal(0.5 - Math.Log10(3), rare[2], 1e-3);
        Assert.Equal(0, rare[3]);
        Assert.Equal(rare[1], rare[4], 1e-3);
    }

    [Fact]
    public void Of_SeveralBlocks_IsOverAllOfThem()
    {
        var rare = Of(Block(Frames / 2, frame => _presence[1] = frame == 7 ? 1 : 0), Block(Frames / 2, _ => _presence[1] = 0));

        Assert.Equal(0.5, rare[1], 1e-3);
    }

    /// <summary>Frames of which it is not known where something was say nothing, also not that nothing was there.</summary>
    [Fact]
    public void Of_FramesThatAreNotBelievable_DoNotCount()
    {
        var rare = Of(Block(Frames, frame => _presence[1] = frame == 7 ? 1 : 0), Unbelievable(9 * Frames));

        Assert.Equal(0.5, rare[1], 1e-3);
    }

    [Fact]
    public void Of_NoBelievableFrame_NothingIsRare() => Assert.All(Of(Unbelievable(Frames)), rare => Assert.Equal(0, rare));

    [Fact]
    public void Of_BurntInClock_IsNotRareThoughItsHoursHardlyEverChange()
    {
        var block = Block(Frames, frame => _maps.Small[12] = frame % 10 < 7 ? 0.1f : 0);

        var rare = Of(block);

        var clocks = ClockCells.Of([block], Geometry, FramesPerSecond);
        Assert.Contains(true, clocks);
        Assert.Equal(clocks.Select(isClock => isClock ? 0f : 1), rare);
    }

    private static float[] Of(params SampleBlock[] blocks) => PlaceFit.Of(blocks, Geometry, FramesPerSecond);

    private SampleBlock Block(int frames, Action<int> paint)
    {
        SampleBlock block = new(Geometry, followsBlock: false);
        for (var frame = 0; frame < frames; frame++)
        {
            paint(frame);
            block.Add(_maps, _presence);
        }

        return block;
    }

    private SampleBlock Unbelievable(int frames)
    {
        SampleBlock block = new(Geometry, followsBlock: false);
        for (var frame = 0; frame < frames; frame++)
        {
            block.Add(_maps);
        }

        return block;
    }
}
