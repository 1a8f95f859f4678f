using System.Net;
using System.Net.Sockets;

namespace EdgeCctv.Tests.Hosts;

/// <summary>One connection through a <see cref="TcpFaultProxy"/>.</summary>
internal sealed class TcpRelay(Socket client, TcpFlow flow) : IDisposable
{
    // Small, so that a slow or damaged stream is that evenly.
    private const int ChunkSize = 2048;

    private readonly Socket _server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    // The same damage in every run.
    private readonly Random _random = new(7);

    /// <summary>Until either side closes, both directions.</summary>
    /// <param name="targetPort">The server; null to say nothing to the client for as long as it stays.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task RunAsync(int? targetPort, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            if (targetPort is not { } port)
            {
                await SwallowAsync(end.Token);
                return;
            }

            await _server.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), end.Token);
            var up = PumpAsync(client, _server, isFromServer: false, end.Token);
            var down = PumpAsync(_server, client, isFromServer: true, end.Token);
            await Task.WhenAny(up, down);
            await end.CancelAsync();
            await Task.WhenAll(up, down);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Cut, refused by the server, or the end of the test.
        }
    }

    /// <summary>Resets both sides.</summary>
    public void Cut()
    {
        foreach (var side in new[] { client, _server })
        {
            try
            {
                side.LingerState = new LingerOption(true, 0);
            }
            catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
            {
                // Closed already.
            }

            side.Dispose();
        }
    }

    public void Dispose()
    {
        client.Dispose();
        _server.Dispose();
    }

    private async Task SwallowAsync(CancellationToken cancellation)
    {
        var bytes = new byte[ChunkSize];
        while (await client.ReceiveAsync(bytes, cancellation) > 0)
        {
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool isFromServer, CancellationToken cancellation)
    {
        var bytes = new byte[ChunkSize];
        var passed = 0L;
        while (await from.ReceiveAsync(bytes, cancellation) is var count and > 0)
        {
            await flow.OpenAsync(cancellation);
            if (isFromServer)
            {
                flow.Damage(bytes.AsSpan(0, count), _random);
                await flow.PaceAsync(count, cancellation);
                flow.Count(count);
                passed += count;
                if (passed > flow.CutAfterBytes)
                {
                    Cut();
                    return;
                }
            }

            await to.SendAsync(bytes.AsMemory(0, count), cancellation);
        }
    }
}
