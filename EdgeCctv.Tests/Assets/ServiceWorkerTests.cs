using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Web.Components;
using EdgeCctv.Web.Language;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Tests.Assets;

/// <summary>The worker's two constants that nothing else would keep true.</summary>
public sealed partial class ServiceWorkerTests
{
    private static readonly string[] Files = ["offline/offline.html", "offline/offline.css", "offline/offline.js"];

    private static readonly string Script = Asset("service-worker.js");

    // Otherwise browsers that have the worker would keep the old offline page for ever.
    [Fact]
    public void Version_IsThatOfTheFilesItKeeps()
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Files.Select(Asset))));

        Assert.Equal(Convert.ToHexStringLower(hash)[..16], Version().Match(Script).Groups[1].Value);
        Assert.Equal(Files.Select(file => $"/{file}"), Quoted("FILES"));
    }

    [Fact]
    public void Pages_AreThoseOfTheConsole()
    {
        var pages = typeof(App).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template);

        Assert.Equal(pages.Order(), Quoted("PAGES").Order());
    }

    // It is shown when no server can be asked for its words.
    [Fact]
    public void OfflinePage_SpeaksEveryLanguage()
    {
        var said = OfflineWords().Matches(Asset("offline/offline.html")).GroupBy(word => word.Groups[1].Value).ToDictionary(words => words.Key, words => words.Count());

        Assert.Equal(Languages.All.Order(), said.Keys.Order());
        Assert.Single(said.Values.Distinct());
        Assert.Equal(Languages.All.Order(), OfflineTexts().Matches(Asset("offline/offline.js")).Select(text => text.Groups[1].Value).Order());
    }

    private static string Asset(string path) => File.ReadAllText(Path.Combine(SourceTree.Root, "wwwroot-assets", path)).ReplaceLineEndings("\n");

    private static IEnumerable<string> Quoted(string list) =>
        Regex.Match(Script, $@"const {list} = \[(.*)\];").Groups[1].Value.Split(", ").Select(item => item.Trim('\''));

    [GeneratedRegex("<(?:span|p)[^>]* lang=\"([a-z]+)\"")]
    private static partial Regex OfflineWords();

    [GeneratedRegex("^    ([a-z]+): { title: '", RegexOptions.Multiline)]
    private static partial Regex OfflineTexts();

    [GeneratedRegex("const VERSION = '(.*)';")]
    private static partial Regex Version();
}
