using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Api;

/// <summary>Drills of the real program with the demo camera, over REST; no screen is open.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class DrillEndpointsTests : IAsyncLifetime
{
    private const string Source = "demo:?size=160x120&fps=10&seed=7";

    private ConsoleProcess _console = null!;

    public async Task InitializeAsync()
    {
        _console = await ConsoleProcess.StartAsync(Source, "--EdgeCctv:Live:FrozenAfter=00:00:02");
        await _console.StreamingAsync();
    }

    public async Task DisposeAsync() => await _console.DisposeAsync();

    [RequiresLinuxFact]
    public async Task Drill_None_HasNoReport()
    {
        var drill = await DrillAsync();

        Assert.True(drill.GetProperty("enabled").GetBoolean());
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (drill.GetProperty("drill").ValueKind, drill.GetProperty("report").ValueKind));
        Assert.Equal(JsonValueKind.Null, (await _console.StatusAsync()).GetProperty("drill").ValueKind);
        using var report = await _console.Http.GetAsync("/drill/report");
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (report.StatusCode, report.Content.Headers.ContentType!.MediaType));
    }

    [RequiresLinuxTheory]
    [InlineData("freeze")]
    [InlineData("blank")]
    public async Task Repeats_IsFoundFrozenAndMovesAfterwards(string kind)
    {
        var begun = await PostAsync("/drill", $$"""{"kind": "{{kind}}"}""");
        Assert.Equal(HttpStatusCode.OK, begun.Status);
        Assert.Equal(kind, begun.Body.GetProperty("drill").GetProperty("kind").GetString());
        Assert.InRange(begun.Body.GetProperty("drill").GetProperty("remaining_s").GetDouble(), 1, 10);
        Assert.Equal(kind, (await _console.StatusAsync()).GetProperty("drill").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync("/drill", """{"kind": "corrupt"}""")).Status);

        await Eventually.IsTrueAsync(async () => (await _console.StatusAsync()).GetProperty("picture_frozen").GetBoolean(), "the picture found frozen");
        Assert.Equal("RUNNING", (await _console.StatusAsync()).GetProperty("camera_state").GetString());
        await PostAsync("/drill/end");

        await _console.StreamingAsync();
        await ReportAsync("aborted");
    }

    [RequiresLinuxFact]
    public async Task Disconnect_ToItsEnd_CutsTheCameraOffAndItComesBackByItself()
    {
        var before = (await _console.StatusAsync()).GetProperty("sequence").GetInt64();
        await PostAsync("/drill", """{"kind": "disconnect"}""");
        await Eventually.IsTrueAsync(async () => (await _console.StatusAsync()).GetProperty("detail").GetString()?.StartsWith("Drill:", StringComparison.Ordinal) == true, "the cut");
        using var snapshot = await _console.Http.GetAsync("/snapshot.jpg");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, snapshot.StatusCode);

        var report = await ReportAsync("not_judged");

        Assert.True((await _console.StatusAsync()).GetProperty("sequence").GetInt64() > before);
        Assert.Equal("no screen could be judged", report.GetProperty("remark").GetString());
        Assert.Equal(10, (report.GetProperty("ended").GetDateTimeOffset() - report.GetProperty("began").GetDateTimeOffset()).TotalSeconds, tolerance: 5);
        using var file = await _console.Http.GetAsync("/drill/report");
        Assert.Matches(@"^drill-disconnect-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ-not-judged\.json$", file.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition.DispositionType);
        Assert.True(JsonElement.DeepEquals(report, await file.Content.ReadFromJsonAsync<JsonElement>()));
    }

    [RequiresLinuxFact]
    public async Task Corrupt_NoPictureGetsThroughAndTheCameraComesBackByItself()
    {
        await PostAsync("/drill", """{"kind": "corrupt"}""");
        await Eventually.IsTrueAsync(async () => (await _console.StatusAsync()).GetProperty("fault").GetString() == "Damaged", "damage found");

        await ReportAsync("not_judged");

        await _console.StreamingAsync();
    }

    [RequiresLinuxFact]
    public async Task Shutdown_UnderWay_EndsTheDrillAndTheProcessInOrder()
    {
        await PostAsync("/drill", """{"kind": "freeze"}""");

        _console.Process.Signal(System.Runtime.InteropServices.PosixSignal.SIGTERM);

        Assert.Equal(0, await _console.Process.ExitAsync());
        Assert.Contains("DRILL ended: aborted. the camera was stopped by shutdown", _console.Process.Output, StringComparison.Ordinal);
    }

    [RequiresLinuxFact]
    public async Task Pictures_OfADrill_AreMarkedForWhoeverRecordsAndTheNextOnesAreNot()
    {
        // Long enough that the picture is handed out until the drill is ended, however slow the machine.
        await using var console = await ConsoleProcess.StartAsync(Source, "--EdgeCctv:Live:FrozenAfter=00:10:00");
        await console.StreamingAsync();
        using var live = new StreamReader(await console.Http.GetStreamAsync("/live"), Encoding.Latin1);
        Assert.Null(await MarkOfSnapshotAsync(console));
        Assert.Null(await MarkOfPartAsync(live));

        using var begun = await console.Http.PostAsJsonAsync("/drill", new { kind = "blank" });

        Assert.Equal("blank", await MarkOfSnapshotAsync(console));
        await Eventually.IsTrueAsync(async () => await MarkOfPartAsync(live) == "blank", "a part with the mark");

        using var ended = await console.Http.PostAsync("/drill/end", null);

        await Eventually.IsTrueAsync(async () => await MarkOfSnapshotAsync(console) is null, "a snapshot without the mark");
        await Eventually.IsTrueAsync(async () => await MarkOfPartAsync(live) is null, "a part without the mark");
    }

    [RequiresLinuxTheory]
    [InlineData(null)]
    [InlineData("""{"kind": "fire"}""")]
    [InlineData("""{"kind": "Freeze"}""")]
    [InlineData("""{"kind": 0}""")]
    [InlineData("""{"kind": null}""")]
    [InlineData("""{"sort": "freeze"}""")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("not json")]
    public async Task Begin_BadBody_IsABadRequestThatSaysWhatIsAllowed(string? body)
    {
        var answer = await PostAsync("/drill", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("allowed: {\"kind\": \"freeze\"}", answer.Body.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [RequiresLinuxTheory]
    [InlineData("/drill")]
    [InlineData("/drill/end")]
    public async Task Post_ForeignOrigin_IsForbiddenAndChangesNothing(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { kind = "freeze" }) };
        request.Headers.Add("Origin", "http://evil.example");

        using var response = await _console.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(JsonValueKind.Null, (await _console.StatusAsync()).GetProperty("drill").ValueKind);
    }

    [RequiresLinuxFact]
    public async Task Begin_SwitchedOff_IsForbidden()
    {
        await using var console = await ConsoleProcess.StartAsync(Source, "--EdgeCctv:Drill:Enabled=false");
        await console.StreamingAsync();

        using var response = await console.Http.PostAsJsonAsync("/drill", new { kind = "freeze" });

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("Drill:Enabled", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False((await console.Http.GetFromJsonAsync<JsonElement>("/drill")).GetProperty("enabled").GetBoolean());
    }

    private static async Task<string?> MarkOfSnapshotAsync(ConsoleProcess console)
    {
        using var snapshot = await console.Http.GetAsync("/snapshot.jpg");
        Assert.Equal(HttpStatusCode.OK, snapshot.StatusCode);
        return snapshot.Headers.TryGetValues("X-Drill", out var mark) ? Assert.Single(mark) : null;
    }

    // Of the next part.
    private static async Task<string?> MarkOfPartAsync(StreamReader live)
    {
        string? mark = null;
        var isHeader = false;
        while (await live.ReadLineAsync() is { } line)
        {
            isHeader |= line == "--frame";
            mark = isHeader && line.StartsWith("X-Drill: ", StringComparison.Ordinal) ? line["X-Drill: ".Length..] : mark;
            if (isHeader && line.Length == 0)
            {
                return mark;
            }
        }

        throw new InvalidDataException("The stream ended.");
    }

    private Task<JsonElement> DrillAsync() => _console.Http.GetFromJsonAsync<JsonElement>("/drill");

    private async Task<JsonElement> ReportAsync(string verdict)
    {
        JsonElement drill = default;
        await Eventually.IsTrueAsync(
            async () => (drill = await DrillAsync()).GetProperty("report").ValueKind != JsonValueKind.Null
                && drill.GetProperty("drill").ValueKind == JsonValueKind.Null,
            "the report");
        Assert.Equal(verdict, drill.GetProperty("report").GetProperty("verdict").GetString());
        return drill.GetProperty("report");
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string path, string? body = null)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _console.Http.PostAsync(path, content);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}
