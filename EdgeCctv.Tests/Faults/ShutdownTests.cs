using System.Runtime.InteropServices;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Faults;

/// <summary>The real process, its camera and its readers, on every way out.</summary>
[Trait("Category", "Fault")]
[Collection(MachineGroup.Name)]
public sealed class ShutdownTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);
    private static readonly string[] Steps = ["Received signal", "Starting cleanup...", "Camera released", "Cleanup complete"];

    [RequiresLinuxTheory]
    [InlineData(PosixSignal.SIGINT)]
    [InlineData(PosixSignal.SIGTERM)]
    [InlineData(PosixSignal.SIGHUP)]
    public async Task Signal_ReadersConnected_ReleasesTheCameraLogsEachStepAndExitsZero(PosixSignal signal)
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.H264Async(320, 180, 15, 2), 15);
        await using var console = await ConsoleProcess.StartAsync(camera.Locator);
        await console.StreamingAsync();
        var readers = new List<LiveReader>();
        for (var i = 0; i < 5; i++)
        {
            readers.Add(await LiveReader.OpenAsync(console));
            await readers[i].ReadAsync(1);
        }

        var took = await StopAsync(console, signal);

        Assert.Equal(0, console.Process.ExitCode);
        Assert.InRange(took, TimeSpan.Zero, Limit);
        await camera.Process.LineAsync("client closed");
        AssertStepsInOrder(console.Process.Output);
        foreach (var reader in readers)
        {
            await reader.EndAsync();
            await reader.DisposeAsync();
        }
    }

    [RequiresLinuxFact]
    public async Task Signal_WhileTheCameraIsSilent_ExitsZeroInTime()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        await using var console = await ConsoleProcess.StartAsync($"rtsp://127.0.0.1:{((System.Net.IPEndPoint)silent.LocalEndpoint).Port}/live");
        using var accepted = await silent.AcceptTcpClientAsync();

        var took = await StopAsync(console, PosixSignal.SIGINT);

        Assert.Equal(0, console.Process.ExitCode);
        Assert.InRange(took, TimeSpan.Zero, Limit);
    }

    [RequiresLinuxFact]
    public async Task Kill_WhileRunning_TheNextStartHasThePictureAgain()
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.H264Async(320, 180, 15, 2), 15);
        await using (var first = await ConsoleProcess.StartAsync(camera.Locator))
        {
            await first.StreamingAsync();
        }

        await using var second = await ConsoleProcess.StartAsync(camera.Locator);
        await second.StreamingAsync();
    }

    private static async Task<TimeSpan> StopAsync(ConsoleProcess console, PosixSignal signal)
    {
        var began = TimeProvider.System.GetTimestamp();
        console.Process.Signal(signal);
        await console.Process.ExitAsync();
        return TimeProvider.System.GetElapsedTime(began);
    }

    private static void AssertStepsInOrder(string log)
    {
        var positions = Steps.Select(step => log.IndexOf(step, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, positions);
        Assert.Equal(positions.Order(), positions);
        Assert.Matches(@"Camera released after \d+ ms", log);
        Assert.Matches(@"Cleanup complete after \d+ ms", log);
    }
}
