using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Api;

/// <summary>The chain of proof of the real program, on a real connection to a camera that can do everything wrong.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class ProofTests
{
    private static readonly string[] Names = ["capture", "decode", "analysis", "send", "paint"];

    [RequiresLinuxFact]
    public async Task CameraSendsOnlyDamagedPictures_CaptureIsWellAndDecodeFailsUntilItIsMended()
    {
        await using var camera = new MjpegCamera(MjpegPlays.Streams());
        await using var console = await ConsoleProcess.StartAsync(camera.Locator);
        await console.StreamingAsync();
        var (status, body) = await ReadyAsync(console);
        Assert.Equal((HttpStatusCode.OK, "ready"), (status, body.GetProperty("status").GetString()));
        Assert.Equal(Names, body.GetProperty("links").EnumerateArray().Select(link => link.GetProperty("name").GetString()));
        Assert.Equal("off", Link(body, "paint").GetProperty("state").GetString());
        Assert.InRange(Link(body, "decode").GetProperty("age_ms").GetDouble(), 0, 1800);

        camera.Behave(MjpegPlays.Truncates());

        await Eventually.IsTrueAsync(
            async () =>
            {
                (status, body) = await ReadyAsync(console);
                return status == HttpStatusCode.ServiceUnavailable && State(body, "capture") == "ok" && State(body, "decode") == "failing";
            },
            () => $"capture ok and decode failing: {body}");
        Assert.Equal("decode", body.GetProperty("failing_link").GetString());
        Assert.NotEmpty(Link(body, "decode").GetProperty("advice").GetString()!);
        Assert.True(Link(body, "decode").GetProperty("age_ms").GetDouble() > Link(body, "capture").GetProperty("age_ms").GetDouble());
        Assert.Equal("decode", FirstFailing(await console.StatusAsync()));

        camera.Behave(MjpegPlays.Streams());

        await Eventually.IsTrueAsync(async () => (await ReadyAsync(console)).Status == HttpStatusCode.OK, "ready again");
    }

    [RequiresLinuxFact]
    public async Task CameraRefuses_CaptureFailsWithTheCauseAndTheNextTry()
    {
        await using var camera = new MjpegCamera(MjpegPlays.Streams());
        await using var console = await ConsoleProcess.StartAsync(camera.Locator);
        await console.StreamingAsync();

        camera.Refuse();

        JsonElement body = default;
        await Eventually.IsTrueAsync(
            async () =>
            {
                (_, body) = await ReadyAsync(console);
                return body.TryGetProperty("next_try", out _);
            },
            "a next try");
        Assert.Equal("capture", body.GetProperty("failing_link").GetString());
        Assert.Equal(body.GetProperty("detail").GetString(), Link(body, "capture").GetProperty("advice").GetString(), ignoreCase: true);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> ReadyAsync(ConsoleProcess console)
    {
        using var response = await console.Http.GetAsync("/health/ready");
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static JsonElement Link(JsonElement body, string name) =>
        body.GetProperty("links").EnumerateArray().Single(link => link.GetProperty("name").GetString() == name);

    private static string? State(JsonElement body, string name) => Link(body, name).GetProperty("state").GetString();

    private static string? FirstFailing(JsonElement status) =>
        status.GetProperty("proof").EnumerateArray().First(link => link.GetProperty("state").GetString() == "failing").GetProperty("name").GetString();
}
