using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Api;

/// <summary>Drills of the real program with the demo camera, over REST; no screen is open.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class DrillEndpointsTests : IAsyncLifetime
{
    private ConsoleProcess _console = null!;

    public async Task InitializeAsync()
    {
        _console = await ConsoleProcess.StartAsync(SharedConsole.Source, "--EdgeCctv:Live:FrozenAfter=00:00:02");
        await _console.StreamingAsync();
    }

    public async Task DisposeAsync() => await _console.DisposeAsync();

    [RequiresLinuxTheory]
    [InlineData("freeze")]
    [InlineData("blank")]
    public async Task Repeats_IsFoundFrozenAndMovesAfterwards(string kind)
    {
        var begun = await _console.PostAsync("/drill", $$"""{"kind": "{{kind}}"}""");
        Assert.Equal(HttpStatusCode.OK, begun.Status);
        Assert.Equal(kind, begun.Body.GetProperty("drill").GetProperty("kind").GetString());
        Assert.InRange(begun.Body.GetProperty("drill").GetProperty("remaining_s").GetDouble(), 1, 10);
        Assert.Equal(kind, (await _console.StatusAsync()).GetProperty("drill").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await _console.PostAsync("/drill", """{"kind": "corrupt"}""")).Status);

        await Eventually.IsTrueAsync(async () => (await _console.StatusAsync()).GetProperty("picture_frozen").GetBoolean(), "the picture found frozen");
        Assert.Equal("RUNNING", (await _console.StatusAsync()).GetProperty("camera_state").GetString());
        await _console.PostAsync("/drill/end");

        await _console.StreamingAsync();
        await ReportAsync("aborted");
    }

    [RequiresLinuxFact]
    public async Task Disconnect_ToItsEnd_CutsTheCameraOffAndItComesBackByItself()
    {
        var before = (await _console.StatusAsync()).GetProperty("sequence").GetInt64();
        await _console.PostAsync("/drill", """{"kind": "disconnect"}""");
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
        await _console.PostAsync("/drill", """{"kind": "corrupt"}""");
        await Eventually.IsTrueAsync(async () => (await _console.StatusAsync()).GetProperty("fault").GetString() == "Damaged", "damage found");

        await ReportAsync("not_judged");

        await _console.StreamingAsync();
    }

    [RequiresLinuxFact]
    public async Task Shutdown_UnderWay_EndsTheDrillAndTheProcessInOrder()
    {
        await _console.PostAsync("/drill", """{"kind": "freeze"}""");

        _console.Process.Signal(System.Runtime.InteropServices.PosixSignal.SIGTERM);

        Assert.Equal(0, await _console.Process.ExitAsync());
        Assert.Contains("DRILL ended: aborted. the camera was stopped by shutdown", _console.Process.Output, StringComparison.Ordinal);
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
}
