namespace EdgeCctv.Core.Inference.Scene;

/// <summary>Means over square cells that overlap, <see cref="SceneGeometry.Stride"/> apart, without padding. One thread at a time.</summary>
internal sealed class CellPool(int width, int kernel, int columns, int rows)
{
    private readonly float[] _sums = new float[width];

    public void Apply(ReadOnlySpan<float> plane, Span<float> cells)
    {
        var share = 1f / (kernel * kernel);
        for (var row = 0; row < rows; row++)
        {
            Array.Clear(_sums);
            for (var y = 0; y < kernel; y++)
            {
                Planes.Add(_sums, plane.Slice(((row * SceneGeometry.Stride) + y) * width, width));
            }

            for (var column = 0; column < columns; column++)
            {
                cells[(row * columns) + column] = Sum(_sums.AsSpan(column * SceneGeometry.Stride, kernel)) * share;
            }
        }
    }

    private static float Sum(ReadOnlySpan<float> values)
    {
        // Four sums that do not wait for each other.
        var (a, b, c, d) = (0f, 0f, 0f, 0f);
        var i = 0;
        for (; i <= values.Length - 4; i += 4)
        {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }

        for (; i < values.Length; i++)
        {
            a += values[i];
        }

        return a + b + c + d;
    }
}
