using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Inference.Scene;

public sealed class SampleStoreTests
{
    private static readonly SceneGeometry Geometry = new(64, 64);

    [Fact]
    public void Snapshot_AfterACut_SaysWhatFollowsWhat()
    {
        SampleStore store = new(Geometry, long.MaxValue);
        Fill(store, 2 * SampleBlock.Capacity);
        store.Cut();
        Fill(store, 3);
        store.Close();

        Assert.Equal([false, true, false], store.Snapshot().Select(block => block.Follows));
        Assert.Equal([64, 64, 3], store.Snapshot().Select(block => block.Samples.Frames));
    }

    [Fact]
    public void Add_HoursOfMovement_StaysWithinTheBoundAndSpreadOverAll()
    {
        const int bound = 400_000;
        SampleStore store = new(Geometry, bound);
        Fill(store, 200 * SampleBlock.Capacity);

        var kept = store.Snapshot();

        Assert.InRange(kept.Sum(block => block.Samples.Bytes), bound / 4, bound);
        // What moved is marked with the number of its frame: the first half of the time has half of what is kept.
        var middle = kept.Average(block => (float)block.Samples.Small.Values(0)[1]);
        Assert.InRange(middle, 0.35, 0.65);
        Assert.All(kept.Skip(1), block => Assert.False(block.Follows));
    }

    [Fact]
    public void Expand_KeptFrame_HasTheCellsThatMoved()
    {
        SampleBlock block = new(Geometry, followsBlock: false);
        CellMaps maps = new(Geometry);
        maps.Small[5] = 0.5f;
        maps.SmallChannel(2)[5] = 1.25f;
        maps.SmallChannel(2)[6] = 3;
        maps.Large[7] = 0.25f;
        maps.LargeChannel(9)[7] = 40;
        block.Add(maps);

        CellMaps expanded = new(Geometry);
        block.Expand(0, expanded);

        Assert.Equal((0.5f, 1.25f, 0f), (expanded.Small[5], expanded.SmallChannel(2)[5], expanded.SmallChannel(2)[6]));
        Assert.Equal((0.25f, 40f), (expanded.Large[7], expanded.LargeChannel(9)[7]));
    }

    private static void Fill(SampleStore store, int frames)
    {
        CellMaps maps = new(Geometry);
        for (var frame = 0; frame < frames; frame++)
        {
            maps.Small.AsSpan(0, maps.SmallCells).Fill(0.5f);
            maps.SmallChannel(1).Fill((float)frame / frames);
            store.Add(maps);
        }
    }
}
