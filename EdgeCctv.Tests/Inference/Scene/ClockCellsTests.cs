using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Inference.Scene;

public sealed class ClockCellsTests
{
    // 28 columns and 10 rows of cells.
    private static readonly SceneGeometry Geometry = new(174, 66);

    [Theory]
    [InlineData(10)]
    [InlineData(15)]
    public void Of_TickingDigit_IsFoundWithAllThatStandsAsideOfIt(double framesPerSecond)
    {
        var clocks = Of(framesPerSecond, seconds: 60, Moving.Digit(framesPerSecond, column: 15, row: 5));

        AssertClock(clocks, column: 15, row: 5);
    }

    [Fact]
    public void Of_DigitInTheCorner_IsMarkedAsFarAsThePictureGoes() => AssertClock(Of(10, 60, Moving.Digit(10, 27, 0)), 27, 0);

    /// <summary>A camera hardly ever gives quite the rate that it was learnt at, and its frames jitter.</summary>
    [Theory]
    [InlineData(10, 10.1)]
    [InlineData(15, 14.9)]
    public void Of_RateIsALittleOff_IsFound(double framesPerSecond, double real) =>
        AssertClock(Of(framesPerSecond, 300, Moving.Digit(real, 15, 5)), 15, 5);

    /// <summary>Of a long learning only every second, fourth, eighth block is kept.</summary>
    [Theory]
    [InlineData(10, 2)]
    [InlineData(15, 2)]
    [InlineData(15, 4)]
    public void Of_BlocksLeftOut_IsFound(double framesPerSecond, int keptOf)
    {
        var blocks = Blocks(framesPerSecond, 1200, Moving.Digit(framesPerSecond, 15, 5)).Where((_, i) => i % keptOf == 0);

        AssertClock(ClockCells.Of([.. blocks], Geometry, framesPerSecond), 15, 5);
    }

    /// <summary>In some cells of a tree something begins to move about once a second, but never at a beat.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(15)]
    public void Of_BusyLaneAndLeaves_IsNone(double framesPerSecond)
    {
        var clocks = Of(framesPerSecond, 300, Moving.LaneAndLeaves(framesPerSecond));

        Assert.DoesNotContain(true, clocks);
    }

    [Fact]
    public void Of_TooShortAVideo_IsNone() => Assert.DoesNotContain(true, Of(10, 29, Moving.Digit(10, 15, 5)));

    [Fact]
    public void Of_NothingSeen_IsNone() => Assert.DoesNotContain(true, ClockCells.Of([], Geometry, 10));

    private static bool[] Of(double framesPerSecond, double seconds, Action<int, CellMaps> paint) =>
        ClockCells.Of([.. Blocks(framesPerSecond, seconds, paint)], Geometry, framesPerSecond);

    // As the learner stores them.
    private static IEnumerable<SampleBlock> Blocks(double framesPerSecond, double seconds, Action<int, CellMaps> paint)
    {
        SampleStore store = new(Geometry, long.MaxValue);
        CellMaps maps = new(Geometry);
        for (var frame = 0; frame < seconds * framesPerSecond; frame++)
        {
            paint(frame, maps);
            store.Add(maps);
        }

        store.Close();
        return store.Snapshot().Select(block => block.Samples);
    }

    private static void AssertClock(bool[] clocks, int column, int row)
    {
        var (columns, rows) = Geometry.Small;
        for (var cell = 0; cell < columns * rows; cell++)
        {
            var (x, y) = (cell % columns, cell / columns);
            Assert.True(clocks[cell] == (Math.Abs(x - column) <= 10 && Math.Abs(y - row) <= 1), $"Cell ({x}, {y}): {clocks[cell]}.");
        }
    }

    /// <summary>What moves, as the mean over the last seven pairs shows it.</summary>
    private static class Moving
    {
        private const int Pairs = 7;

        public static Action<int, CellMaps> Digit(double framesPerSecond, int column, int row) => (frame, maps) =>
        {
            var ticked = Enumerable.Range(frame - Pairs + 1, Pairs).Any(pair => Math.Floor(pair / framesPerSecond) != Math.Floor((pair - 1) / framesPerSecond));
            maps.Small[(row * Geometry.Small.Columns) + column] = ticked ? 0.05f : 0;
        };

        // Cars in the two middle rows; above them leaves, which flutter from twice a second to once in three, each cell in its own way.
        public static Action<int, CellMaps> LaneAndLeaves(double framesPerSecond)
        {
            var columns = Geometry.Small.Columns;
            var (random, last) = (new Random(4), new int[columns * Geometry.Small.Rows]);
            Array.Fill(last, int.MinValue / 2);
            return (frame, maps) =>
            {
                for (var cell = 0; cell < 6 * columns; cell++)
                {
                    var (column, row) = (cell % columns, cell / columns);
                    var moves = row < 4
                        ? random.NextDouble() < (0.33 + (1.67 * column / columns)) / framesPerSecond
                        : (frame - column) % (int)(framesPerSecond * 4.5) < 12 || (frame + column) % (int)(framesPerSecond * 7) < 9;
                    last[cell] = moves ? frame : last[cell];
                    maps.Small[cell] = frame - last[cell] < Pairs ? 0.1f : 0;
                }
            };
        }
    }
}
