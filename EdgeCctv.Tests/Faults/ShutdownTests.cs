using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Faults;

/// <summary>The real process, its camera and its readers, on every way out.</summary>
[Trait("Category", "Fault")]
[Collection(MachineGroup.Name)]
public sealed class ShutdownTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];
    private static readonly string[] StatesWithoutPicture = ["STARTING", "ERROR", "IDLE"];
    private static readonly string[] Steps = ["Received signal", "Starting cleanup...", "Camera released", "Cleanup complete"];

    public static IEnumerable<object[]> EverySignalInEveryOtherState() =>
        from signal in Signals
        from state in StatesWithoutPicture
        select new object[] { signal, state };

    [RequiresTheory(Need.Rtsp)]
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

    [RequiresLinuxTheory]
    [MemberData(nameof(EverySignalInEveryOtherState))]
    public async Task Signal_NoPicture_ExitsZeroInTime(PosixSignal signal, string state)
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var console = await (state switch
        {
            "STARTING" => ConsoleProcess.StartAsync($"rtsp://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/live"),
            "ERROR" => ConsoleProcess.StartAsync("file:/nowhere/clip.mp4"),
            "IDLE" => ConsoleProcess.StartAsync("demo:", "--EdgeCctv:Camera:AutoStart=false"),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
        });
        await console.StateAsync(state);
        using var accepted = state == "STARTING" ? await silent.AcceptTcpClientAsync() : null;

        var took = await StopAsync(console, signal);

        Assert.Equal(0, console.Process.ExitCode);
        Assert.InRange(took, TimeSpan.Zero, Limit);
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
