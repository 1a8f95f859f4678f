using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Api;

/// <summary>What is asked about drills over REST, and what is refused; and how the pictures of one are marked.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class DrillRequestTests(SharedConsole shared) : IClassFixture<SharedConsole>
{
    [RequiresLinuxFact]
    public async Task Drill_None_HasNoReport()
    {
        var drill = await shared.Console.Http.GetFromJsonAsync<JsonElement>("/drill");

        Assert.True(drill.GetProperty("enabled").GetBoolean());
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (drill.GetProperty("drill").ValueKind, drill.GetProperty("report").ValueKind));
        Assert.Equal(JsonValueKind.Null, (await shared.Console.StatusAsync()).GetProperty("drill").ValueKind);
        using var report = await shared.Console.Http.GetAsync("/drill/report");
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (report.StatusCode, report.Content.Headers.ContentType!.MediaType));
    }

    [RequiresLinuxFact]
    public async Task Pictures_OfADrill_AreMarkedForWhoeverRecordsAndTheNextOnesAreNot()
    {
        // Long enough that the picture is handed out until the drill is ended, however slow the machine.
        await using var console = await ConsoleProcess.StartAsync(SharedConsole.Source, "--EdgeCctv:Live:FrozenAfter=00:10:00");
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
        var answer = await shared.Console.PostAsync("/drill", body);

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

        using var response = await shared.Console.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(JsonValueKind.Null, (await shared.Console.StatusAsync()).GetProperty("drill").ValueKind);
    }

    [RequiresLinuxFact]
    public async Task Begin_SwitchedOff_IsForbidden()
    {
        await using var console = await ConsoleProcess.StartAsync(SharedConsole.Source, "--EdgeCctv:Drill:Enabled=false");
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
}
