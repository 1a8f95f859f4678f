using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Api;

/// <summary>Commands over REST that change what the camera of the real program does, or what is counted of it.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class RestCommandTests : IAsyncLifetime
{
    private ConsoleProcess _console = null!;

    public async Task InitializeAsync()
    {
        _console = await ConsoleProcess.StartAsync(SharedConsole.Source);
        await _console.StreamingAsync();
    }

    public async Task DisposeAsync() => await _console.DisposeAsync();

    [RequiresLinuxFact]
    public async Task Start_OtherSourceWithSwitch_TakesItsPlace()
    {
        var answer = await _console.PostAsync("/start", """{"source": "demo:?size=320x240&fps=10&seed=8", "switch": true}""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("demo:?size=320x240&fps=10&seed=8", answer.Body.GetProperty("source").GetString());
        await _console.StreamingAsync();
        Assert.Equal(320, (await _console.StatusAsync()).GetProperty("stream").GetProperty("width").GetInt32());
    }

    [RequiresLinuxFact]
    public async Task Start_SwitchToWhatGivesNoPicture_GoesBackAndSaysSo()
    {
        var answer = await _console.PostAsync("/start", """{"source": "usb:99", "switch": true}""");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        await _console.StreamingAsync();
        var status = await _console.StatusAsync();
        Assert.Equal(SharedConsole.Source, status.GetProperty("source").GetString());
        Assert.Contains("usb:99", status.GetProperty("notice").GetString(), StringComparison.Ordinal);
    }

    [RequiresLinuxFact]
    public async Task StatisticsReset_Running_ResetsTheSessionAndNothingElse()
    {
        await Eventually.IsTrueAsync(async () => (await _console.StatusAsync()).GetProperty("session_frames").GetInt64() > 20, "20 frames");
        var before = await _console.StatusAsync();

        await _console.PostAsync("/statistics/reset");
        var after = await _console.StatusAsync();

        Assert.True(after.GetProperty("session_frames").GetInt64() < before.GetProperty("session_frames").GetInt64());
        Assert.True(after.GetProperty("total_frames").GetInt64() >= before.GetProperty("total_frames").GetInt64());
        Assert.True(after.GetProperty("sequence").GetInt64() >= before.GetProperty("sequence").GetInt64());
        Assert.Equal(before.GetProperty("since").GetString(), after.GetProperty("since").GetString());
    }

    [RequiresLinuxFact]
    public async Task Stop_ThenEverything_TellsThatItIsStoppedAndByWhom()
    {
        var stop = await _console.PostAsync("/stop");
        var again = await _console.PostAsync("/stop");

        Assert.Equal("Camera stopped", stop.Body.GetProperty("message").GetString());
        Assert.Equal("Camera already stopped", again.Body.GetProperty("message").GetString());
        var status = await _console.StatusAsync();
        Assert.Equal("IDLE", status.GetProperty("camera_state").GetString());
        Assert.Equal(0, status.GetProperty("frame_count").GetInt64());
        Assert.True(status.GetProperty("total_frames").GetInt64() > 0);
        foreach (var path in new[] { "/live", "/snapshot.jpg" })
        {
            using var response = await _console.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal("The camera was stopped by a REST client.", problem.GetProperty("detail").GetString());
        }

        using var ready = await _console.Http.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal("Camera started successfully", (await _console.PostAsync("/start")).Body.GetProperty("message").GetString());
    }

    [RequiresLinuxFact]
    public async Task Live_CameraStopped_EndsTheResponse()
    {
        await using var reader = await LiveReader.OpenAsync(_console);
        await reader.ReadAsync(1);

        await _console.PostAsync("/stop");

        await reader.EndAsync();
    }
}
