using System.Text.Json;
using System.Text.RegularExpressions;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Tests.Language;
using EdgeCctv.Web.Components.Console;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Tests.Components;

/// <summary>What the script of a stage says by itself: all of it, in the reader's language.</summary>
public sealed partial class StageSpeechTests
{
    // A verdict without a text would end the script that judges.
    [Fact]
    public void Verdicts_AreThoseOfTheScript()
    {
        var script = File.ReadAllText(Path.Combine(SourceTree.Root, "wwwroot-assets", "js", "live", "verdict.js"));

        Assert.Equal(
            Word().Matches(script).Select(word => word.Groups[1].Value).Order(StringComparer.Ordinal),
            new StageSpeech().Verdicts.Keys.Order(StringComparer.Ordinal));
    }

    // As the browser gets it.
    [Fact]
    public void Texts_ThatTheScriptAsksFor_AreGiven()
    {
        var script = File.ReadAllText(Path.Combine(SourceTree.Root, "wwwroot-assets", "js", "live", "wording.js"));
        using var given = JsonSerializer.SerializeToDocument(new StageSpeech(), JsonSerializerOptions.Web);

        Assert.Equal(
            given.RootElement.EnumerateObject().Select(text => text.Name).Order(StringComparer.Ordinal),
            Asked().Matches(script).Select(text => text.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Verdicts_OfAGermanReader_AreGerman()
    {
        var english = new StageSpeech();
        using var reading = new Reading("de-AT");
        var german = new StageSpeech();

        Assert.Equal(("NICHT LIVE", "Letztes Bild vor {0}"), (german.NotLive, german.LastAgo));
        Assert.All(german.Verdicts, one => Assert.NotEqual(english.Verdicts[one.Key].Headline, one.Value.Headline));
    }

    [Fact]
    public void Verdict_EveryWordOfAStage_HasItsTextInBothLanguages()
    {
        Assert.All(StageWords.All, word => Assert.Equal(word.Replace('-', ' '), ScreenWords.Verdict(word)));

        using var reading = new Reading("de-AT");
        Assert.Equal("unbekannt", ScreenWords.Verdict(StageWords.Unknown));
        Assert.All(StageWords.All, word => Assert.NotEqual("unbekannt", ScreenWords.Verdict(word)));
        Assert.Equal("Kamera stumm", ScreenWords.Verdict("camera-silent"));
    }

    [GeneratedRegex("word: '([a-z-]+)'")]
    private static partial Regex Word();

    [GeneratedRegex(@"this\.#texts\.(\w+)")]
    private static partial Regex Asked();
}
