using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using EdgeCctv.Tests.Architecture;
using EdgeCctv.Web.Language;

namespace EdgeCctv.Tests.Language;

/// <summary>The patterns of Texts/Sentences.resx know everything that the parts below the pages say, and say all of it in German.</summary>
public sealed partial class SentencesTests
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");
    private static readonly ResourceManager Texts = new("EdgeCctv.Web.Texts.Sentences", typeof(Sentences).Assembly);

    // Of its own, so that a book that cannot be made is told by those tests that say what is wrong with it.
    private static readonly Lazy<SentenceBook> Book = new(() => SentenceBook.Load(Texts, CultureInfo.GetCultureInfo("de")));

    // What can reach a screen beside all of Core. What pages say themselves is typed.
    private static readonly string[] SharedSources =
    [
        "Live/ChainOfProof.cs", "Live/LivePicture.cs", "Live/LiveAnalysis.cs", "Zones/ZoneBook.cs", "Trial/CameraTrial.cs",
        "Drill/DrillCoordinator.cs", "Drill/DrillProgress.cs", "Drill/DrillRun.cs", "Drill/ScreenTrial.cs",
        "Support/SystemFacts.cs", "Support/Uptime.cs", "Hosting/RestartNeed.cs",
        "Configuration/SourceBook.cs", "Configuration/OperatorSettings.cs", "Components/Connect/SourceForm.cs",
    ];

    // Never on a screen: what programmers get wrong, what a log or a meter says, and what is looked for in the words of others.
    private const string NotForPeople =
        @"Argument\w*Exception|InvalidOperationException|OperationCanceledException|Log\.\w+|LoggerMessage|meter\.Create\w+|\bHas\b|\.ToString";

    // Sources and texts that need no entry, and why.
    private static readonly (string Pattern, string Reason)[] Excluded =
    [
        (@"^EdgeCctv\.Core/Capture/((GStreamer|OpenCv)/)?Clips/", "clips are opened on the command line only"),
        (@"^EdgeCctv\.Core/Capture/GStreamer/GStreamerVoice\.cs", "goes to standard error"),
        (@"/LaneRun\.cs .*analysis X7$|/DemoBackend\.cs .* at X7$", "the name of a thread, a line of the log"),
        (@" (! )?(videoscale|rtspsrc|filesrc|appsrc|identity|v4l2src|buffer-mode=none|X7 name=source|X7 ! )\b", "a pipeline of GStreamer"),
        (@"/Rtsp(Probe|Authorization)\.cs .*( RTSP/1\.0|Authorization: |m=video|(Basic|Digest) .*X7|protocol knows)", "what cameras are told and say, and a note for programmers"),
        (@" OpenCV X7, X7$", "a name and a version"),
        (@" yyyy-MM-dd", "the format of a time"),
        (@"/Uptime\.cs ", "units are the same in both languages"),
        (@" (EdgeCctv X7|ONNX Runtime)$", "a name"),
        (@" \w+:(, \w+:)+$", "what sources begin with"),
        (@" Zone X7$", "a name that an operator may change"),
        (@" (YOLOv8/11|FastestDet) \[", "the shape of a model's output, as its makers write it"),
        (@" X7, for X7 s$", "there is an entry for each kind of drill"),
        (@" (has|The detector's input has) a X7 of X7 pixels", "there is an entry for width and one for height"),
        (@" The model could not be X7: ", "there is an entry for each thing that could not be done"),
    ];

    [Fact]
    public void Entries_OfBothLanguages_AreTheSame_AndHaveTheSameGaps()
    {
        var (english, german) = (Read(CultureInfo.InvariantCulture), Read(CultureInfo.GetCultureInfo("de")));

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), german.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, one =>
        {
            Assert.False(string.IsNullOrWhiteSpace(german[one.Key]), one.Key);
            Assert.True(Gaps(one.Value).SequenceEqual(Gaps(german[one.Key])), one.Key);
            Assert.True(Gaps(one.Value).SequenceEqual(Gaps(one.Value).Select((_, number) => $"{{{number}}}")), one.Key);
        });
    }

    [Fact]
    public void Entries_OfEnglish_SayNothingTwice() =>
        Assert.Empty(Read(CultureInfo.InvariantCulture).GroupBy(one => one.Value).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Sources_WhateverTheySayToPeople_IsKnown()
    {
        string[] faults =
        [
            .. from file in SourceRule.Files
               where IsScanned(file.Path)
               from text in SourceTexts.Of(file.Text)
               where IsForPeople(text) && !Excluded.Any(one => Regex.IsMatch($"{file.Path} {text.Text}", one.Pattern))
               let fault = Fault(text.Text)
               where fault is not null
               select $"{file.Path}:{text.Line}: {fault}",
        ];

        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Exclusions_AreAllNeeded()
    {
        string[] all = [.. SourceRule.Files.Where(file => IsScanned(file.Path)).SelectMany(file => SourceTexts.Of(file.Text), (file, text) => $"{file.Path} {text.Text}")];

        Assert.Empty(Excluded.Where(one => !all.Any(text => Regex.IsMatch(text, one.Pattern))).Select(one => one.Pattern));
    }

    private static bool IsScanned(string path) =>
        (path.StartsWith("EdgeCctv.Core/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal) && !path.EndsWith("Log.cs", StringComparison.Ordinal))
        || SharedSources.Contains(path.Replace("EdgeCctv.Web/", "", StringComparison.Ordinal));

    // More than a word, a figure or a format.
    private static bool IsForPeople(SourceText text) =>
        text.Text.Trim().Contains(' ') && Regex.IsMatch(text.Text.Replace(SourceTexts.Sample, "", StringComparison.Ordinal), @"\p{Ll}{2}") && !Regex.IsMatch(text.Calls, NotForPeople);

    // A sentence that stays as it is, or words that are not German.
    private static string? Fault(string text)
    {
        // A whole sentence in a hole has a full stop of its own.
        var said = Regex.Replace(text, $@"^{SourceTexts.Sample} (?=\p{{Lu}})", "");
        var told = Book.Value.Translate(said, German);
        return SentenceBook.SentenceEnd().Split(said).FirstOrDefault(one => one != SourceTexts.Sample && told.Contains(one, StringComparison.Ordinal))
            ?? (EnglishWord().IsMatch(told) ? told : null);
    }

    private static Dictionary<string, string> Read(CultureInfo language) =>
        Texts.GetResourceSet(language, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().ToDictionary(one => (string)one.Key, one => (string)one.Value!);

    private static IEnumerable<string> Gaps(string text) => Gap().Matches(text).Select(one => one.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"(?<![\w-])(the|is|are|and|of|with|has|have|that|this|its|cannot|from)(?![\w-])", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWord();
}
