namespace EdgeCctv.Core.Capture;

/// <summary>
/// Video keeps luma between 16 and 235, still pictures and motion JPEG between 0 and 255. Analysis pictures always have the full
/// range, so that the same scene has the same contrast whatever it comes as.
/// </summary>
internal static class LumaRange
{
    private const int Black = 16;
    private const int White = 235;

    private static readonly byte[] Full =
        [.. Enumerable.Range(0, 256).Select(luma => (byte)Math.Clamp((((luma - Black) * 255) + ((White - Black) / 2)) / (White - Black), 0, 255))];

    /// <summary>Stretches 16…235 to 0…255, in place.</summary>
    public static void Expand(Span<byte> luma)
    {
        foreach (ref var value in luma)
        {
            value = Full[value];
        }
    }
}
