namespace EdgeCctv.Core.Inference.Scene;

/// <summary>Solving with small symmetric positive definite matrices, row by row.</summary>
internal static class SymmetricMatrix
{
    /// <summary>The inverse, by Gauss and Jordan; no pivot is needed for a positive definite matrix.</summary>
    public static double[] Invert(double[] matrix, int size)
    {
        var (left, right) = ((double[])matrix.Clone(), new double[size * size]);
        for (var i = 0; i < size; i++)
        {
            right[(i * size) + i] = 1;
        }

        for (var pivot = 0; pivot < size; pivot++)
        {
            var scale = 1 / left[(pivot * size) + pivot];
            ScaleRow(left, pivot, size, scale);
            ScaleRow(right, pivot, size, scale);
            for (var row = 0; row < size; row++)
            {
                var factor = row == pivot ? 0 : left[(row * size) + pivot];
                Subtract(left, row, pivot, size, factor);
                Subtract(right, row, pivot, size, factor);
            }
        }

        return right;
    }

    private static void ScaleRow(double[] matrix, int row, int size, double scale)
    {
        for (var i = 0; i < size; i++)
        {
            matrix[(row * size) + i] *= scale;
        }
    }

    private static void Subtract(double[] matrix, int row, int pivot, int size, double factor)
    {
        for (var i = 0; i < size; i++)
        {
            matrix[(row * size) + i] -= factor * matrix[(pivot * size) + i];
        }
    }
}
