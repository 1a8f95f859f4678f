using System.Text.RegularExpressions;
using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Web.Components.Console;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Tests.Documents;

/// <summary>docs/frame-truth.md lists every word that a stage can say, and no other.</summary>
public sealed partial class FrameTruthDocumentTests
{
    [Fact]
    public void Words_OfTheTable_AreThoseOfTheCode()
    {
        var document = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "frame-truth.md"));
        var documented = Row().Matches(document).Select(row => row.Groups[1].Value);

        Assert.Equal(Said().Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Words_ThatTheServerTakesFromAStage_AreThoseOfTheCode() =>
        Assert.Equal(Said().Order(StringComparer.Ordinal), StageWords.All.Order(StringComparer.Ordinal));

    private static HashSet<string> Said()
    {
        var script = File.ReadAllText(Path.Combine(SourceTree.Root, "wwwroot-assets", "js", "live", "verdict.js"));
        var ofTheCamera =
            from state in Enum.GetValues<CameraState>()
            from fault in Enum.GetValues<CameraFault>()
            from who in (string?[])[null, "Ann"]
            from attempt in (int[])[1, 2]
            select CameraWords.Veil(new CameraStatus(state, default) { Fault = fault, StoppedBy = who, Attempt = attempt })?.Word;
        return [.. ofTheCamera.OfType<string>(), .. Word().Matches(script).Select(word => word.Groups[1].Value), "live", "picture-frozen"];
    }

    [GeneratedRegex(@"^\| `([a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("word: '([a-z-]+)'")]
    private static partial Regex Word();
}
