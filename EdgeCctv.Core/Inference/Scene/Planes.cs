using System.Numerics;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>Arithmetic on whole planes of floats, a vector at a time.</summary>
internal static class Planes
{
    /// <summary>Where the vector after the one at <paramref name="i"/> begins. The last one overlaps: planes need no multiple of a vector's length.</summary>
    public static int Next(int i, int length) => Math.Min(i + Vector<float>.Count, length - Vector<float>.Count);

    public static bool IsLast(int i, int length) => i == length - Vector<float>.Count;

    public static void Mean(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> mean)
    {
        for (var i = 0; ; i = Next(i, mean.Length))
        {
            ((new Vector<float>(a[i..]) + new Vector<float>(b[i..])) * 0.5f).CopyTo(mean[i..]);
            if (IsLast(i, mean.Length))
            {
                return;
            }
        }
    }

    /// <summary>The size of what changed: |b − a|.</summary>
    public static void Change(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> change)
    {
        for (var i = 0; ; i = Next(i, change.Length))
        {
            Vector.Abs(new Vector<float>(b[i..]) - new Vector<float>(a[i..])).CopyTo(change[i..]);
            if (IsLast(i, change.Length))
            {
                return;
            }
        }
    }

    public static void Add(Span<float> sum, ReadOnlySpan<float> other)
    {
        var i = 0;
        for (; i <= sum.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(sum[i..]) + new Vector<float>(other[i..])).CopyTo(sum[i..]);
        }

        for (; i < sum.Length; i++)
        {
            sum[i] += other[i];
        }
    }

    /// <summary>Cuts every value to at most <paramref name="most"/> in size.</summary>
    public static void Clamp(Span<float> plane, float most)
    {
        var limit = new Vector<float>(most);
        for (var i = 0; ; i = Next(i, plane.Length))
        {
            Vector.Min(Vector.Max(new Vector<float>(plane[i..]), -limit), limit).CopyTo(plane[i..]);
            if (IsLast(i, plane.Length))
            {
                return;
            }
        }
    }

    public static void Scale(Span<float> plane, float factor)
    {
        for (var i = 0; i < plane.Length; i++)
        {
            plane[i] *= factor;
        }
    }

    /// <summary>Half the size, each pixel the mean of 2 × 2.</summary>
    public static void Halve(ReadOnlySpan<float> source, int width, int height, Span<float> target)
    {
        var half = width / 2;
        for (var y = 0; y < height / 2; y++)
        {
            var upper = source.Slice(2 * y * width, width);
            var lower = source.Slice(((2 * y) + 1) * width, width);
            var row = target.Slice(y * half, half);
            for (var x = 0; x < row.Length; x++)
            {
                row[x] = (upper[2 * x] + upper[(2 * x) + 1] + lower[2 * x] + lower[(2 * x) + 1]) * 0.25f;
            }
        }
    }

    /// <summary>
    /// Twice the size, bilinear between the centres of pixels (half-pixel), times <paramref name="factor"/>; borders repeat, also
    /// into the last column and row where the larger size is odd.
    /// </summary>
    public static void Double(ReadOnlySpan<float> source, int width, int height, float factor, Span<float> target, int targetWidth, int targetHeight)
    {
        for (var y = 0; y < targetHeight; y++)
        {
            var nearest = Math.Min(y, (2 * height) - 1);
            var near = source.Slice(nearest / 2 * width, width);
            var far = source.Slice(Math.Clamp((nearest / 2) + ((nearest & 1) == 0 ? -1 : 1), 0, height - 1) * width, width);
            var row = target.Slice(y * targetWidth, targetWidth);
            for (var x = 0; x < width; x++)
            {
                var middle = Blend(near[x], far[x]);
                var left = x > 0 ? Blend(near[x - 1], far[x - 1]) : middle;
                var right = x < width - 1 ? Blend(near[x + 1], far[x + 1]) : middle;
                row[2 * x] = Blend(middle, left) * factor;
                row[(2 * x) + 1] = Blend(middle, right) * factor;
            }

            if ((targetWidth & 1) != 0)
            {
                row[^1] = row[^2];
            }
        }
    }

    private static float Blend(float near, float far) => (0.75f * near) + (0.25f * far);
}
