using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Zones;

namespace EdgeCctv.Tests.Inference.Zones;

public sealed class ZoneGeometryTests
{
    // An L: the upper right quarter of the square from 0.2 to 0.8 is not in it.
    private static readonly Zone Bent = Zone("bent", ZoneKind.Name, (.2, .2), (.5, .2), (.5, .5), (.8, .5), (.8, .8), (.2, .8));

    private static readonly Zone Left = Zone("left", ZoneKind.Include, (0, 0), (.5, 0), (.5, 1), (0, 1));

    private static readonly Zone Top = Zone("top", ZoneKind.Ignore, (0, 0), (1, 0), (1, .5), (0, .5));

    [Theory]
    [InlineData(.3, .3, true)]
    [InlineData(.3, .7, true)]
    [InlineData(.7, .7, true)]
    [InlineData(.7, .3, false)]
    [InlineData(.1, .5, false)]
    [InlineData(.9, .6, false)]
    [InlineData(.4, .1, false)]
    [InlineData(.1, .8, false)]
    [InlineData(.2, .5, true)]
    [InlineData(.5, .35, true)]
    [InlineData(.5, .8, true)]
    [InlineData(.8, .8, true)]
    [InlineData(.81, .8, false)]
    public void Contains_BentZone_KnowsInsideAndOutline(double x, double y, bool isIn)
    {
        Assert.Equal(isIn, ZoneGeometry.Contains(Bent, new(x, y)));
        Assert.Equal(isIn, ZoneGeometry.Contains(Bent with { Corners = [.. Bent.Corners.Reverse()] }, new(x, y)));
    }

    [Fact]
    public void Contains_ZoneUpToTheEdgesOfThePicture_HoldsThem()
    {
        var all = Zone("all", ZoneKind.Name, (0, 0), (1, 0), (1, 1), (0, 1));

        Assert.All(new ZonePoint[] { new(0, 0), new(1, 1), new(.5, 1), new(1, .3) }, point => Assert.True(ZoneGeometry.Contains(all, point)));
    }

    [Fact]
    public void Counts_IncludeAndIgnore_IgnoreWins()
    {
        Assert.True(ZoneGeometry.Counts([], new(.9, .9)));
        Assert.True(ZoneGeometry.Counts([Bent], new(.9, .9)));
        Assert.False(ZoneGeometry.Counts([Left], new(.9, .9)));
        Assert.True(ZoneGeometry.Counts([Left], new(.1, .9)));
        Assert.True(ZoneGeometry.Counts([Left, Top], new(.1, .9)));
        Assert.False(ZoneGeometry.Counts([Left, Top], new(.1, .1)));
        Assert.False(ZoneGeometry.Counts([Top, Left], new(.1, .1)));
        Assert.True(ZoneGeometry.Counts([Top], new(.9, .9)));
    }

    [Fact]
    public void Counts_TwoZonesToInclude_EitherIsEnough()
    {
        var right = Zone("right", ZoneKind.Include, (.9, 0), (1, 0), (1, 1), (.9, 1));

        Assert.True(ZoneGeometry.Counts([Left, right], new(.1, .5)));
        Assert.True(ZoneGeometry.Counts([Left, right], new(.95, .5)));
        Assert.False(ZoneGeometry.Counts([Left, right], new(.7, .5)));
    }

    [Fact]
    public void NamesAt_OnlyZonesThatName_InTheirOrder()
    {
        var gate = Bent with { Name = "gate" };

        Assert.Equal(["gate", "bent"], ZoneGeometry.NamesAt([Left, gate, Top, Bent], new(.3, .3)));
        Assert.Empty(ZoneGeometry.NamesAt([Left, gate, Top, Bent], new(.7, .3)));
    }

    [Fact]
    public void Mask_SceneCells_HasThoseWhoseCentresCount()
    {
        var geometry = new SceneGeometry(120, 90);
        var (small, large) = (ZoneGrid.Small(geometry), ZoneGrid.Large(geometry));

        // Small centres at 6, 12 … 114 px of 120 and 6 … 84 of 90; large at 13, 19 … 103 and 13 … 73.
        Assert.Equal((19, 14), (small.Columns, small.Rows));
        Assert.Equal((16, 11), (large.Columns, large.Rows));
        Assert.Equal(Expected(19, 14, 6), ZoneGeometry.Mask([Left, Top], small));
        Assert.Equal(Expected(16, 11, 13), ZoneGeometry.Mask([Left, Top], large));

        static bool[] Expected(int columns, int rows, int first) =>
        [
            .. from row in Enumerable.Range(0, rows)
               from column in Enumerable.Range(0, columns)
               select first + (6 * column) <= 60 && first + (6 * row) > 45,
        ];
    }

    [Fact]
    public void Mask_NoZones_IsAllOfIt() => Assert.DoesNotContain(false, ZoneGeometry.Mask([], ZoneGrid.Small(new SceneGeometry(64, 64))));

    private static Zone Zone(string name, ZoneKind kind, params (double X, double Y)[] corners) =>
        new(name, kind, [.. corners.Select(corner => new ZonePoint(corner.X, corner.Y))]);
}
