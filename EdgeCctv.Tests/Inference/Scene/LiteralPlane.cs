namespace EdgeCctv.Tests.Inference.Scene;

/// <summary>A picture or a map in double precision, with borders that mirror without repeating the edge; slow and literal.</summary>
internal sealed class LiteralPlane(int width, int height)
{
    private readonly double[,] _values = new double[height, width];

    public int Width => width;

    public int Height => height;

    public double this[int x, int y]
    {
        get => _values[Mirrored(y, height), Mirrored(x, width)];
        set => _values[y, x] = value;
    }

    public static LiteralPlane Of(int width, int height, Func<int, int, double> value)
    {
        var plane = new LiteralPlane(width, height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                plane[x, y] = value(x, y);
            }
        }

        return plane;
    }

    public static LiteralPlane Of(int width, int height, IReadOnlyList<float> values) => Of(width, height, (x, y) => values[(y * width) + x]);

    public LiteralPlane Each(Func<double, double> function) => Of(width, height, (x, y) => function(this[x, y]));

    public LiteralPlane With(LiteralPlane other, Func<double, double, double> function) => Of(width, height, (x, y) => function(this[x, y], other[x, y]));

    public LiteralPlane Times(LiteralPlane other) => With(other, (a, b) => a * b);

    /// <summary>Over the whole square of taps at once.</summary>
    public LiteralPlane Smoothed(int radius, double sigma)
    {
        var taps = from dy in Enumerable.Range(-radius, (2 * radius) + 1)
                   from dx in Enumerable.Range(-radius, (2 * radius) + 1)
                   select (X: dx, Y: dy, Weight: Math.Exp(-((dx * dx) + (dy * dy)) / (2 * sigma * sigma)));
        var all = taps.ToArray();
        var total = all.Sum(tap => tap.Weight);
        return Of(width, height, (x, y) => all.Sum(tap => tap.Weight * this[x + tap.X, y + tap.Y]) / total);
    }

    public LiteralPlane Halved() => Of(
        width / 2, height / 2, (x, y) => (this[2 * x, 2 * y] + this[(2 * x) + 1, 2 * y] + this[2 * x, (2 * y) + 1] + this[(2 * x) + 1, (2 * y) + 1]) / 4);

    /// <summary>Twice as wide and high, centres of pixels on centres of pixels; a last odd column or row is as the one before it.</summary>
    public LiteralPlane Doubled(int toWidth, int toHeight) => Of(
        toWidth, toHeight, (x, y) => At((Math.Min(x, (2 * width) - 1) - 0.5) / 2, (Math.Min(y, (2 * height) - 1) - 0.5) / 2));

    /// <summary>Bilinear; beyond the borders their pixels go on.</summary>
    public double At(double x, double y)
    {
        (x, y) = (Math.Clamp(x, 0, width - 1), Math.Clamp(y, 0, height - 1));
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (right, bottom) = (Math.Min(left + 1, width - 1), Math.Min(top + 1, height - 1));
        var (fx, fy) = (x - left, y - top);
        return ((1 - fy) * (((1 - fx) * this[left, top]) + (fx * this[right, top]))) + (fy * (((1 - fx) * this[left, bottom]) + (fx * this[right, bottom])));
    }

    /// <summary>Means over squares that lie 6 pixels apart.</summary>
    public LiteralPlane Pooled(int kernel) => Of(
        ((width - kernel) / 6) + 1,
        ((height - kernel) / 6) + 1,
        (cx, cy) => Enumerable.Range(6 * cy, kernel).Sum(y => Enumerable.Range(6 * cx, kernel).Sum(x => this[x, y])) / (kernel * kernel));

    public IEnumerable<double> Row => from y in Enumerable.Range(0, height) from x in Enumerable.Range(0, width) select this[x, y];

    private static int Mirrored(int index, int length) => index < 0 ? -index : index >= length ? (2 * (length - 1)) - index : index;
}
