namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// Small cells that belong to a burnt-in clock: something changes in them once a second, and beside them stand the minutes and hours,
/// which change so seldom that each time would look like something new.
/// </summary>
internal static class ClockCells
{
    // From the last digit of the seconds to the first of the hours, and a date that may stand there too.
    private const int Aside = 10;
    private const int Above = 1;

    // By how much of a second's tick the count may be off.
    private const double Tolerance = 0.03;

    /// <summary>Fewer seconds tell nothing of a rhythm.</summary>
    private const double LeastSeconds = 30;

    /// <summary>For each small cell, whether it is a clock's.</summary>
    public static bool[] Of(IReadOnlyList<SampleBlock> blocks, SceneGeometry geometry, double framesPerSecond)
    {
        var (columns, rows) = geometry.Small;
        var (ticks, pairs) = Ticks(blocks, columns * rows);
        var seconds = pairs / framesPerSecond;
        var clocks = new bool[columns * rows];
        if (seconds < LeastSeconds)
        {
            return clocks;
        }

        for (var cell = 0; cell < ticks.Length; cell++)
        {
            if (Math.Abs(ticks[cell] - seconds) <= Tolerance * seconds)
            {
                Mark(clocks, cell, columns, rows);
            }
        }

        return clocks;
    }

    // How many times something began to move in each cell, from one frame of a block to the next. Not from block to block: between
    // them others may have been left out.
    private static (int[] Ticks, int Pairs) Ticks(IReadOnlyList<SampleBlock> blocks, int cells)
    {
        var (ticks, last, frame) = (new int[cells], new int[cells], 1);
        foreach (var block in blocks)
        {
            for (var i = 0; i < block.Frames; i++, frame++)
            {
                foreach (var cell in block.Small.Cells(i))
                {
                    ticks[cell] += i == 0 || last[cell] == frame - 1 ? 0 : 1;
                    last[cell] = frame;
                }
            }
        }

        return (ticks, blocks.Sum(block => Math.Max(0, block.Frames - 1)));
    }

    private static void Mark(bool[] clocks, int cell, int columns, int rows)
    {
        var (column, row) = (cell % columns, cell / columns);
        for (var y = Math.Max(0, row - Above); y <= Math.Min(rows - 1, row + Above); y++)
        {
            var from = Math.Max(0, column - Aside);
            clocks.AsSpan((y * columns) + from, Math.Min(columns - 1, column + Aside) - from + 1).Fill(true);
        }
    }
}
