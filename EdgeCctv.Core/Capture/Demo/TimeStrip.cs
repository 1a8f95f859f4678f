namespace EdgeCctv.Core.Capture.Demo;

/// <summary>The machine-readable clock: 32 blocks over the lowest rows, most significant bit first.</summary>
internal static class TimeStrip
{
    public const int Rows = 16;
    private const int Bits = 32;
    private const byte White = 235;
    private const byte Black = 16;

    /// <summary>Draws Unix milliseconds modulo 2^32: white is 1, black is 0, without colour.</summary>
    public static void Draw(I420Picture picture, DateTimeOffset utc)
    {
        uint value = (uint)(ulong)utc.ToUnixTimeMilliseconds();
        int width = picture.Width;
        Span<byte> luma = picture.Y[^(Rows * width)..];
        Span<byte> first = luma[..width];
        for (int bit = 0; bit < Bits; bit++)
        {
            int from = bit * width / Bits;
            int to = (bit + 1) * width / Bits;
            first[from..to].Fill(((value >> (Bits - 1 - bit)) & 1) == 1 ? White : Black);
        }

        for (int row = 1; row < Rows; row++)
        {
            first.CopyTo(luma.Slice(row * width, width));
        }

        int chroma = Rows / 2 * (width / 2);
        picture.U[^chroma..].Fill(128);
        picture.V[^chroma..].Fill(128);
    }
}
