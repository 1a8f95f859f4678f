namespace EdgeCctv.Core.Capture.Demo;

/// <summary>The letters of the burnt-in text, five by seven dots each, one string a row.</summary>
internal static class ClockFont
{
    public const int Columns = 5;
    public const int Rows = 7;
    public const string Letters = "0123456789-:. UTCDEMO";

    private static readonly string[] Dots =
    [
        ".###. #...# #..## #.#.# ##..# #...# .###.", // 0
        "..#.. .##.. ..#.. ..#.. ..#.. ..#.. .###.",
        ".###. #...# ....# ..##. .#... #.... #####",
        ".###. #...# ....# ..##. ....# #...# .###.",
        "...#. ..##. .#.#. #..#. ##### ...#. ...#.",
        "##### #.... ####. ....# ....# #...# .###.",
        "..##. .#... #.... ####. #...# #...# .###.",
        "##### ....# ...#. ..#.. ..#.. .#... .#...",
        ".###. #...# #...# .###. #...# #...# .###.",
        ".###. #...# #...# .#### ....# ...#. .##..", // 9
        "..... ..... ..... .###. ..... ..... .....",
        "..... ..#.. ..... ..... ..... ..#.. .....",
        "..... ..... ..... ..... ..... ..... ..#..",
        "..... ..... ..... ..... ..... ..... .....",
        "#...# #...# #...# #...# #...# #...# .###.", // U
        "##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#..",
        ".###. #...# #.... #.... #.... #...# .###.",
        "####. #...# #...# #...# #...# #...# ####.",
        "##### #.... #.... ####. #.... #.... #####",
        "#...# ##.## #.#.# #.#.# #...# #...# #...#",
        ".###. #...# #...# #...# #...# #...# .###.",
    ];

    /// <summary>Whether the letter at <paramref name="index"/> of <see cref="Letters"/> has a dot there; false outside of it.</summary>
    public static bool HasDot(int index, int column, int row)
    {
        return column is >= 0 and < Columns && row is >= 0 and < Rows && Dots[index][(row * (Columns + 1)) + column] == '#';
    }
}
