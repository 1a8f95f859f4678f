namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// The usual speed by perspective: what is far away moves fewer pixels. Its logarithm is fitted as a plane over the picture, by
/// weighted least squares with a ridge on the slopes, so that few cells make it flat rather than wild.
/// </summary>
internal static class PerspectiveFit
{
    /// <summary>Fewer cells than this tell no slope.</summary>
    public const int LeastCells = 12;

    /// <summary>A cell with fewer active samples than this is not used.</summary>
    public const int LeastSamples = 20;

    private const int FewCells = 30;
    private const int FewSamples = 6;
    private const int ManyFewSamples = 10;
    private const int MostWeight = 500;
    private const double Ridge = 100;

    // So that a cell in which things stand and wave has a logarithm too.
    private const float Offset = 1e-3f;

    public static float[] Of(SpeedSamples samples, SceneGeometry geometry, int kernel, int columns, int rows)
    {
        var used = Usable(samples);
        var fit = used.Count >= LeastCells ? Solve(samples, used, geometry, kernel, columns) : (Overall(samples), 0, 0);
        var speeds = new float[columns * rows];
        for (var cell = 0; cell < speeds.Length; cell++)
        {
            var (x, y) = Place(cell, geometry, kernel, columns);
            speeds[cell] = (float)Math.Exp(fit.Constant + (fit.Down * y) + (fit.Right * x));
        }

        return speeds;
    }

    private static List<int> Usable(SpeedSamples samples)
    {
        foreach (var least in (int[])[LeastSamples, ManyFewSamples, FewSamples])
        {
            var cells = Enumerable.Range(0, samples.Cells).Where(cell => samples.Count(cell) >= least).ToList();
            if (cells.Count >= FewCells || least == FewSamples)
            {
                return cells;
            }
        }

        return [];
    }

    private static double Overall(SpeedSamples samples)
    {
        var all = new float[samples.Cells];
        Array.Fill(all, 1f);
        return Math.Log(samples.UsualOver(all) + Offset);
    }

    private static (double Constant, double Down, double Right) Solve(SpeedSamples samples, List<int> cells, SceneGeometry geometry, int kernel, int columns)
    {
        double[] normal = [0, 0, 0, 0, Ridge, 0, 0, 0, Ridge];
        var target = new double[3];
        foreach (var cell in cells)
        {
            var (x, y) = Place(cell, geometry, kernel, columns);
            double[] terms = [1, y, x];
            double weight = Math.Min(samples.Count(cell), MostWeight);
            var log = Math.Log(samples.Usual(cell) + Offset);
            for (var i = 0; i < 3; i++)
            {
                target[i] += weight * terms[i] * log;
                for (var j = 0; j < 3; j++)
                {
                    normal[(3 * i) + j] += weight * terms[i] * terms[j];
                }
            }
        }

        var inverse = SymmetricMatrix.Invert(normal, 3);
        var fit = Enumerable.Range(0, 3).Select(i => Enumerable.Range(0, 3).Sum(j => inverse[(3 * i) + j] * target[j])).ToArray();
        return (fit[0], fit[1], fit[2]);
    }

    // The middle of the cell, as shares of the picture around its own middle.
    private static (double X, double Y) Place(int cell, SceneGeometry geometry, int kernel, int columns)
    {
        var x = (cell % columns * SceneGeometry.Stride) + (kernel / 2d);
        var y = (cell / columns * SceneGeometry.Stride) + (kernel / 2d);
        return ((x / geometry.Width) - 0.5, (y / geometry.Height) - 0.5);
    }
}
