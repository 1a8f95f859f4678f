using System.Globalization;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Faults;

/// <summary>Two real processes and one camera: never both, and never a lock that nobody holds.</summary>
[Trait("Category", "Fault")]
[Collection(MachineGroup.Name)]
public sealed class TwoConsolesTests
{
    [RequiresFact(Need.Rtsp)]
    public async Task SecondConsole_CameraHeld_SaysByWhomAndTakesOverOnceTheFirstIsKilled()
    {
        const string Canary = "canary-77";
        await using var camera = await RtspCamera.StartAsync(await TestClips.H264Async(320, 180, 15, 2), 15, "ann", Canary);
        await using var first = await ConsoleProcess.StartAsync(camera.Locator);
        await first.StreamingAsync();

        await using var second = await ConsoleProcess.StartAsync(camera.Locator);
        await second.StateAsync("ERROR");
        var status = await second.StatusAsync();

        Assert.Equal("Busy", status.GetProperty("fault").GetString());
        var detail = status.GetProperty("detail").GetString();
        var holder = string.Create(
            CultureInfo.InvariantCulture, $"is held by EdgeCctv, process {first.Process.Id} of user {Environment.UserName}, since 2");
        Assert.Contains(holder, detail, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, status.ToString(), StringComparison.Ordinal);
        Assert.False(status.GetProperty("streaming").GetBoolean());
        Assert.True((await first.StatusAsync()).GetProperty("streaming").GetBoolean());

        first.Process.Kill();

        await second.StreamingAsync();
        Assert.Equal(1, OpenAtMost(camera.Process.Output));
    }

    [RequiresFact(Need.Rtsp)]
    public async Task SecondConsole_FirstStopsItsCamera_TakesOver()
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.H264Async(320, 180, 15, 2), 15);
        await using var first = await ConsoleProcess.StartAsync(camera.Locator);
        await first.StreamingAsync();
        await using var second = await ConsoleProcess.StartAsync(camera.Locator);
        await second.StateAsync("ERROR");

        using var stopped = await first.Http.PostAsync(new Uri("/stop", UriKind.Relative), content: null);
        stopped.EnsureSuccessStatusCode();

        using var started = await second.Http.PostAsync(new Uri("/start", UriKind.Relative), content: null);
        started.EnsureSuccessStatusCode();
        using var refused = await first.Http.PostAsync(new Uri("/start", UriKind.Relative), content: null);
        Assert.Contains($"process {second.Process.Id} of", (await first.StatusAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    // What the camera saw.
    private static int OpenAtMost(string output)
    {
        var (open, most) = (0, 0);
        foreach (var line in output.Split('\n'))
        {
            open += line switch
            {
                "client connected" => 1,
                "client closed" => -1,
                _ => 0,
            };
            most = Math.Max(most, open);
        }

        return most;
    }
}
