namespace EdgeCctv.Tests.Inference.Scene;

internal static class Near
{
    /// <summary>Every value within <paramref name="tolerance"/>; what differs is told by its place.</summary>
    public static void Assert(LiteralPlane expected, ReadOnlySpan<float> actual, double tolerance)
    {
        Xunit.Assert.Equal(expected.Width * expected.Height, actual.Length);
        for (var i = 0; i < actual.Length; i++)
        {
            var (x, y) = (i % expected.Width, i / expected.Width);
            Xunit.Assert.True(Math.Abs(expected[x, y] - actual[i]) <= tolerance, $"At ({x}, {y}): {actual[i]} instead of {expected[x, y]}.");
        }
    }
}
