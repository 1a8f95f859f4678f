using EdgeCctv.Web.Texts;

namespace EdgeCctv.Web.Components.Console;

/// <summary>What js/live/zone-editor.js says on the picture, in the reader's language.</summary>
/// <param name="Corner">{0} is its number, {1} the zone.</param>
/// <param name="Hints">What comes next while nothing, one, two, three or more corners are drawn.</param>
internal sealed record ZoneEditorTexts(string Corner, IReadOnlyList<string> Hints)
{
    public static ZoneEditorTexts Current =>
        new(ZoneTexts.CornerLabel, [ZoneTexts.FirstCorner, ZoneTexts.NextCorner, ZoneTexts.NextCorner, ZoneTexts.NextOrClose]);
}
