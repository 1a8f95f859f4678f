using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Api;

/// <summary>The REST interface of the real program with the demo camera: what leaves the camera as it is.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class RestTests(SharedConsole shared) : IClassFixture<SharedConsole>, IAsyncLifetime
{
    // On a machine that was too busy for a while the picture may have grown old since the test before.
    public Task InitializeAsync() => shared.Console.StreamingAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [RequiresLinuxFact]
    public async Task Status_Running_HasTheOriginalNamesAndOurs()
    {
        var status = await shared.Console.StatusAsync();

        Assert.True(status.GetProperty("streaming").GetBoolean());
        Assert.True(status.GetProperty("camera_active").GetBoolean());
        Assert.Equal("RUNNING", status.GetProperty("camera_state").GetString());
        Assert.True(status.GetProperty("frame_count").GetInt64() > 0);
        Assert.False(status.GetProperty("ai_pipeline_active").GetBoolean());
        Assert.Equal("distro", status.GetProperty("package_set").GetString());
        foreach (var name in new[] { "sequence", "session_frames", "total_frames", "fps", "avg_fps_30s", "anomalies_last_1k", "latency_ms", "latency_parts_ms", "picture_age_ms", "analysis" })
        {
            Assert.True(status.TryGetProperty(name, out _), name);
        }
    }

    [RequiresLinuxFact]
    public async Task Start_SameSource_AnswersAlreadyRunningAndTouchesNothing()
    {
        var before = await shared.Console.StatusAsync();

        var answer = await shared.Console.PostAsync("/start");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(answer.Body.GetProperty("success").GetBoolean());
        Assert.Equal("Camera already running", answer.Body.GetProperty("message").GetString());
        Assert.Equal("RUNNING", answer.Body.GetProperty("camera_state").GetString());
        var after = await shared.Console.StatusAsync();
        Assert.Equal(before.GetProperty("since").GetString(), after.GetProperty("since").GetString());
        Assert.True(after.GetProperty("session_frames").GetInt64() >= before.GetProperty("session_frames").GetInt64());
    }

    [RequiresLinuxFact]
    public async Task Start_OtherSource_IsRefusedNamingTheOpenOne()
    {
        var answer = await shared.Console.PostAsync("/start", """{"source": "demo:?seed=8"}""");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.Contains(SharedConsole.Source, answer.Body.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [RequiresLinuxFact]
    public async Task Status_Running_TellsTheFactsOfTheStream()
    {
        var status = await shared.Console.StatusAsync();
        var stream = status.GetProperty("stream");

        Assert.Equal((160, 120), (stream.GetProperty("width").GetInt32(), stream.GetProperty("height").GetInt32()));
        Assert.InRange(stream.GetProperty("rate").GetDouble(), 1, 30);
        foreach (var name in new[] { "backend", "codec", "transport", "device", "interval_ms" })
        {
            Assert.True(stream.TryGetProperty(name, out _), name);
        }

        Assert.False(status.GetProperty("picture_frozen").GetBoolean());
        Assert.InRange(status.GetProperty("drift_ms").GetDouble(), 0, 1800);
        Assert.Equal(0, status.GetProperty("skipped_frames").GetInt64());
    }

    [RequiresLinuxTheory]
    [InlineData("""{"source": "file:/etc/passwd"}""", "FileFolders")]
    [InlineData("""{"source": "gst:videotestsrc"}""", "configuration")]
    [InlineData("""{"source": "carrier-pigeon:7"}""", "allowed")]
    [InlineData("""{"source": 7}""", "$.source")]
    [InlineData("""{"sauce": "demo:"}""", "allowed")]
    [InlineData("""not json""", "allowed")]
    [InlineData("""[]""", "allowed")]
    public async Task Start_BadBody_IsABadRequestThatSaysWhatIsAllowed(string body, string part)
    {
        var answer = await shared.Console.PostAsync("/start", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.Contains(part, answer.Body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Body.ToString(), StringComparison.Ordinal);
    }

    [RequiresLinuxFact]
    public async Task Snapshot_Running_IsAFreshJpegThatNamesItself()
    {
        using var response = await shared.Console.Http.GetAsync("/snapshot.jpg");
        var jpeg = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal("image/jpeg", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal([0xFF, 0xD8], jpeg[..2]);
        Assert.Equal([0xFF, 0xD9], jpeg[^2..]);
        Assert.True(long.Parse(response.Headers.GetValues("X-Sequence").Single(), CultureInfo.InvariantCulture) > 0);
        Assert.InRange(long.Parse(response.Headers.GetValues("X-Age-Ms").Single(), CultureInfo.InvariantCulture), 0, 1800);
    }

    [RequiresLinuxFact]
    public async Task Live_Running_SendsPartsWithRisingSequencesAndAges()
    {
        await using var reader = await LiveReader.OpenAsync(shared.Console);

        var parts = await reader.ReadAsync(10);

        Assert.Equal(parts.Select(part => part.Sequence).Order().Distinct(), parts.Select(part => part.Sequence));
        Assert.All(parts, part => Assert.InRange(part.AgeMilliseconds, 0, 1800));
        Assert.All(parts, part => Assert.Equal([0xFF, 0xD8], part.Jpeg[..2]));
    }

    [RequiresLinuxTheory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    public async Task Post_ForeignOrigin_IsForbiddenAndChangesNothing(string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/stop");
        request.Headers.Add("Origin", origin);

        using var response = await shared.Console.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("RUNNING", (await shared.Console.StatusAsync()).GetProperty("camera_state").GetString());
    }

    [RequiresLinuxFact]
    public async Task WebSocket_ForeignOrigin_IsRefused()
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "http://evil.example");
        var address = new UriBuilder(new Uri(shared.Console.Address, "/_blazor?id=x")) { Scheme = "ws" }.Uri;

        var refused = await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, CancellationToken.None));

        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [RequiresLinuxFact]
    public async Task Health_Running_IsLiveAndReady()
    {
        Assert.Equal(HttpStatusCode.OK, (await shared.Console.Http.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await shared.Console.Http.GetAsync("/health/ready")).StatusCode);
    }

    [RequiresLinuxFact]
    public async Task AnyPath_Unknown_IsAProblemNotAPage()
    {
        using var response = await shared.Console.Http.GetAsync("/no/such/thing");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }
}
