using System.Globalization;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>Burns the name of the camera and the clock into the upper left of the picture. Immutable.</summary>
internal sealed class ClockOverlay
{
    private const string Name = "DEMO 01";
    private const string Format = "yyyy-MM-dd HH:mm:ss.fff 'UTC'";
    private const int ClockLength = 27;
    private const int DateLength = 10;
    private const float InkLuma = 228f;
    private const float OutlineLuma = 20f;

    private readonly GlyphSet _glyphs;
    private readonly int _margin;
    private readonly bool _twoRows;

    public ClockOverlay(int width, int height)
    {
        _glyphs = new GlyphSet(Math.Max(1, Math.Min(width / 400, height / 220)));
        _margin = _glyphs.Dot * 4;
        // Very small pictures show the date in a row of its own.
        _twoRows = (_glyphs.Advance * ClockLength) + (2 * _margin) > width;
    }

    public void Draw(I420Picture picture, DateTimeOffset utc)
    {
        Span<char> clock = stackalloc char[ClockLength];
        utc.UtcDateTime.TryFormat(clock, out _, Format, CultureInfo.InvariantCulture);
        DrawRow(picture, Name, 0);
        if (_twoRows)
        {
            DrawRow(picture, clock[..DateLength], 1);
            DrawRow(picture, clock[(DateLength + 1)..], 2);
            return;
        }

        DrawRow(picture, clock, 1);
    }

    private void DrawRow(I420Picture picture, ReadOnlySpan<char> text, int row)
    {
        int y = _margin + (row * _glyphs.Dot * (ClockFont.Rows + 3));
        for (int i = 0; i < text.Length; i++)
        {
            DrawGlyph(picture, text[i], _margin + (i * _glyphs.Advance), y);
        }
    }

    private void DrawGlyph(I420Picture picture, char letter, int left, int top)
    {
        ReadOnlySpan<byte> fill = _glyphs.Fill(letter);
        ReadOnlySpan<byte> outline = _glyphs.Outline(letter);
        for (int y = 0; y < _glyphs.Height; y++)
        {
            Span<byte> luma = picture.Y.Slice(((top + y) * picture.Width) + left, _glyphs.Width);
            for (int x = 0; x < luma.Length; x++)
            {
                int i = (y * _glyphs.Width) + x;
                if (outline[i] > 0)
                {
                    float dark = luma[x] + ((OutlineLuma - luma[x]) * outline[i] * (0.8f / 255f));
                    luma[x] = (byte)(dark + ((InkLuma - dark) * fill[i] * (1f / 255f)));
                }
            }
        }
    }
}
