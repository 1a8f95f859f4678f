using System.Net;
using System.Net.WebSockets;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Api;

/// <summary>A circuit through a proxy that ends TLS, as docs/kiosk.md describes it.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class ForwardedSchemeTests
{
    private const string Listening = "Now listening on: ";

    [RequiresLinuxTheory]
    [InlineData("true", "https", HttpStatusCode.SwitchingProtocols)]
    [InlineData("true", null, HttpStatusCode.Forbidden)]
    [InlineData("false", "https", HttpStatusCode.Forbidden)]
    public async Task Circuit_PageOverHttps_NeedsTheProxysWordAndLeaveToBelieveIt(string isBelieved, string? proto, HttpStatusCode expected)
    {
        await using var process = new ChildProcess(
            "env",
            $"ASPNETCORE_FORWARDEDHEADERS_ENABLED={isBelieved}",
            "dotnet",
            Path.Combine(AppContext.BaseDirectory, "EdgeCctv.Web.dll"),
            "--urls=http://127.0.0.1:0",
            "--EdgeCctv:Camera:Source=demo:?size=320x180&fps=10");
        var line = await process.LineAsync(Listening);
        var port = new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..]).Port;

        using var socket = new ClientWebSocket { Options = { CollectHttpResponseDetails = true } };
        socket.Options.SetRequestHeader("Origin", $"https://127.0.0.1:{port}");
        socket.Options.SetRequestHeader("X-Forwarded-Proto", proto);
        var refusal = await Record.ExceptionAsync(() => socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/_blazor"), CancellationToken.None));

        Assert.Equal((expected, expected != HttpStatusCode.SwitchingProtocols), (socket.HttpStatusCode, refusal is WebSocketException));
    }
}
