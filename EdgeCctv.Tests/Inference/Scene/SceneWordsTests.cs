using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Zones;

namespace EdgeCctv.Tests.Inference.Scene;

public sealed class SceneWordsTests
{
    private static readonly SceneGeometry Geometry = new(126, 96);

    [Theory]
    [InlineData(0, 2, 2, "Fast motion, upper left, 2.4× the usual speed there.")]
    [InlineData(0, 10, 7, "Fast motion, in the middle, 2.4× the usual speed there.")]
    [InlineData(1, 19, 14, "Fast motion, lower right, 2.4× the usual speed there.")]
    [InlineData(1, 10, 0, "Fast motion, upper middle, 2.4× the usual speed there.")]
    [InlineData(2, 0, 7, "Unusual shape or way of moving, middle left.")]
    public void Why_OneCueDominates_SaysWhatAndWhere(int cue, int column, int row, string expected) =>
        Assert.Equal(expected, Why(cue, column, row, 2.4f, _ => null));

    [Fact]
    public void Why_SlowerThanUsualThere_GivesNoNumber() =>
        Assert.Equal("Fast motion, upper left.", Why(0, 2, 2, 0.9f, _ => null));

    [Fact]
    public void Why_PlaceHasAName_CallsItByThat()
    {
        ZonePoint asked = default;

        var sentence = Why(0, 2, 5, 3, point =>
        {
            asked = point;
            return "gate";
        });

        Assert.Equal("Fast motion, gate, 3.0× the usual speed there.", sentence);
        Assert.Equal(18 / 126d, asked.X, 1e-9);
        Assert.Equal(36 / 96d, asked.Y, 1e-9);
    }

    [Theory]
    [InlineData(2, 2, "Something is where hardly ever anything is, upper left.")]
    [InlineData(10, 7, "Something is where hardly ever anything is, in the middle.")]
    [InlineData(2, 14, "Something is where hardly ever anything is, lower left.")]
    public void WhyThere_OneCellStandsOut_SaysWhere(int column, int row, string expected) =>
        Assert.Equal(expected, SceneWords.WhyThere(Geometry, Places(column, row), _ => null));

    [Fact]
    public void WhyThere_PlaceHasAName_CallsItByThat()
    {
        ZonePoint asked = default;

        var sentence = SceneWords.WhyThere(Geometry, Places(2, 5), point =>
        {
            asked = point;
            return "verge";
        });

        Assert.Equal("Something is where hardly ever anything is, verge.", sentence);
        Assert.Equal((18 / 126d, 36 / 96d), (asked.X, asked.Y));
    }

    // Something is in many cells, and most of it in one.
    private static float[] Places(int column, int row)
    {
        var (columns, rows) = Geometry.Small;
        var cells = new float[columns * rows];
        Array.Fill(cells, 0.4f);
        cells[(row * columns) + column] = 0.5f;
        return cells;
    }

    private static string Why(int cue, int column, int row, float value, Func<ZonePoint, string?> nameOf)
    {
        var (columns, rows) = Geometry.Small;
        var maps = Enumerable.Range(0, 3).Select(_ => new float[columns * rows]).ToArray();
        maps[cue][(row * columns) + column] = value;
        // The scales differ, so that the largest cue is not the dominant one.
        float[] cues = [20, 20, 200];
        cues[cue] += cue == 2 ? 300 : 10;
        return SceneWords.Why(Model(), cues, maps[0], maps[1], maps[2], nameOf);
    }

    private static SceneModel Model() => new()
    {
        Geometry = Geometry,
        Info = new SceneModelInfo("day", "demo:", 10, DateTimeOffset.UnixEpoch, 0, TimeSpan.Zero, 1),
        Speed = [],
        WideSpeed = [],
        Perspective = [],
        Mean = [],
        Deviation = [],
        Precision = [],
        CueMedian = [20, 20, 200],
        CueSpread = [1, 1, 100],
        Rare = [],
    };
}
