using System.Net.Http.Json;
using System.Text.Json;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Browser;

/// <summary>Every kind of drill with a real screen, which raises its veil and lowers it by itself; the report says what the page saw.</summary>
[Trait("Category", "Browser")]
[Collection(MachineGroup.Name)]
public sealed class DrillTests(BrowserFixture browser)
{
    private const string Source = "demo:?strip=1&size=320x240&fps=10&seed=7";

    [RequiresLinuxFact]
    public Task Freeze_ScreenIsLive_PassesAndTheReportIsWhatThePageSaw() => DrillAsync("freeze", "picture-frozen");

    // What these do to the camera is told by DrillEndpointsTests, what a screen does then by TruthTests.
    [RequiresLinuxTheory]
    [Trait("Category", "Full")]
    [InlineData("blank", "picture-frozen")]
    [InlineData("disconnect", "camera-reconnecting")]
    [InlineData("corrupt", "camera-")]
    public Task OtherDrill_ScreenIsLive_PassesAndTheReportIsWhatThePageSaw(string kind, string word) => DrillAsync(kind, word);

    private async Task DrillAsync(string kind, string word)
    {
        await using var console = await ConsoleProcess.StartAsync(Source, "--EdgeCctv:Live:FrozenAfter=00:00:03");
        await using var screen = await browser.OpenAsync(console.Address);
        await screen.LiveAsync();

        using var begun = await console.Http.PostAsJsonAsync("/drill", new { kind });
        begun.EnsureSuccessStatusCode();
        var report = await ReportAsync(console);

        var judged = Assert.Single(report.GetProperty("screens").EnumerateArray());
        Assert.True(report.GetProperty("verdict").GetString() == "passed", report.ToString());
        Assert.StartsWith(word, judged.GetProperty("word").GetString(), StringComparison.Ordinal);
        await screen.LiveAsync();
        var began = report.GetProperty("began").GetDateTimeOffset().ToUnixTimeMilliseconds();
        var ended = report.GetProperty("ended").GetDateTimeOffset().ToUnixTimeMilliseconds();
        var changes = (await screen.VeilChangesAsync()).Where(change => change.At >= began).ToArray();
        Assert.Equal([true, false], changes.Select(change => change.Up));
        Assert.InRange(changes[0].At - began, 0, Milliseconds(judged, "veil_after_s"));
        Assert.InRange(changes[1].At - ended, 0, Milliseconds(judged, "recovered_after_s"));
    }

    // Both clocks are read to the millisecond, and the witness looks with every picture that the browser draws.
    private static double Milliseconds(JsonElement screen, string name) => (screen.GetProperty(name).GetDouble() * 1000) + 50;

    private static async Task<JsonElement> ReportAsync(ConsoleProcess console)
    {
        JsonElement drill = default;
        await Eventually.IsTrueAsync(
            async () => (drill = await console.Http.GetFromJsonAsync<JsonElement>("/drill")).GetProperty("report").ValueKind != JsonValueKind.Null,
            "the report");
        return drill.GetProperty("report");
    }
}
