using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Faults;

/// <summary>The real process with a configuration that has mistakes.</summary>
[Trait("Category", "Fault")]
[Collection(MachineGroup.Name)]
public sealed class BadConfigurationTests
{
    private const int BadConfiguration = 78;

    [Fact]
    public async Task Start_SeveralMistakes_OneLineEachAndExitCode78()
    {
        await using var process = ConsoleProcess.Launch(
            "--EdgeCctv:Camera:JpegQuality=1000", "--EdgeCctv:Camera:Sauce=demo:", "--EdgeCctv:Camera:Source=rtsp://u:canary-77@", "--urls=http://127.0.0.1:0");

        Assert.Equal(BadConfiguration, await process.ExitAsync());
        var lines = process.Output.Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("edgecctv: command line: EdgeCctv:Camera:", line, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("JpegQuality: '1000' is not valid; allowed: a whole number from 10 to 100", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Sauce: unknown key", StringComparison.Ordinal));
        Assert.DoesNotContain("canary-77", process.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    public async Task Start_AddressOtherMachinesReach_IsRefusedUnlessAllowed(string url)
    {
        await using var process = ConsoleProcess.Launch($"--urls={url}");

        Assert.Equal(BadConfiguration, await process.ExitAsync());
        Assert.Contains("AllowRemoteWithoutLogin", process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AddressInUse_SaysSoWithoutAStackTrace()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        await using var process = ConsoleProcess.Launch($"--urls=http://127.0.0.1:{((System.Net.IPEndPoint)taken.LocalEndpoint).Port}");

        Assert.NotEqual(0, await process.ExitAsync());
        Assert.Contains("address already in use", process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", process.Output, StringComparison.Ordinal);
    }
}
