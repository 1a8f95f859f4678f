namespace EdgeCctv.Core.Capture.Demo;

/// <summary>The letters of <see cref="ClockFont"/> drawn once at the size the picture needs: how much of each pixel is letter, and how much is outline. Immutable.</summary>
internal sealed class GlyphSet
{
    private readonly byte[] _fill;
    private readonly byte[] _outline;

    /// <param name="dot">Pixels a dot, at least 1.</param>
    public GlyphSet(int dot)
    {
        Dot = dot;
        Width = (ClockFont.Columns * dot) + (2 * dot);
        Height = (ClockFont.Rows * dot) + (2 * dot);
        _fill = new byte[Width * Height * ClockFont.Letters.Length];
        _outline = new byte[_fill.Length];
        for (int letter = 0; letter < ClockFont.Letters.Length; letter++)
        {
            DrawLetter(letter);
        }
    }

    public int Dot { get; }

    /// <summary>Size of a glyph with its outline, pixels.</summary>
    public int Width { get; }

    public int Height { get; }

    /// <summary>Pixels from one letter to the next.</summary>
    public int Advance => (ClockFont.Columns + 1) * Dot;

    public ReadOnlySpan<byte> Fill(char letter) => Of(_fill, letter);

    public ReadOnlySpan<byte> Outline(char letter) => Of(_outline, letter);

    private ReadOnlySpan<byte> Of(byte[] covers, char letter)
    {
        int index = ClockFont.Letters.IndexOf(letter, StringComparison.Ordinal);
        return covers.AsSpan(index * Width * Height, Width * Height);
    }

    private void DrawLetter(int letter)
    {
        int start = letter * Width * Height;
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                float column = ((x + 0.5f) / Dot) - 1.5f;
                float row = ((y + 0.5f) / Dot) - 1.5f;
                _fill[start + (y * Width) + x] = (byte)(255f * Ink(letter, column, row));
                _outline[start + (y * Width) + x] = (byte)(255f * Math.Clamp(Nearby(letter, column, row), 0f, 1f));
            }
        }
    }

    // Between the dots the ink is interpolated and cut at one half, which rounds the steps of diagonals.
    private float Ink(int letter, float column, float row)
    {
        int left = (int)MathF.Floor(column);
        int top = (int)MathF.Floor(row);
        float fx = column - left;
        float fy = row - top;
        float upper = float.Lerp(Weight(letter, left, top), Weight(letter, left + 1, top), fx);
        float lower = float.Lerp(Weight(letter, left, top + 1), Weight(letter, left + 1, top + 1), fx);
        return Math.Clamp(((float.Lerp(upper, lower, fy) - 0.45f) * Dot * 1.2f) + 0.5f, 0f, 1f);
    }

    private float Nearby(int letter, float column, float row)
    {
        float most = 0f;
        for (int step = 0; step < 9; step++)
        {
            most = MathF.Max(most, Ink(letter, column + (((step % 3) - 1) * 0.62f), row + (((step / 3) - 1) * 0.62f)));
        }

        return most;
    }

    private static float Weight(int letter, int column, int row) => ClockFont.HasDot(letter, column, row) ? 1f : 0f;
}
