using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EdgeCctv.Tests.Hosts;

/// <summary>What a camera does on one connection after the request; the connection is closed when it returns.</summary>
/// <param name="client">The connection.</param>
/// <param name="changed">Cancelled when the camera is told to behave otherwise: the next play goes on with the same connection.</param>
internal delegate Task MjpegPlay(MjpegClient client, CancellationToken changed);

/// <summary>
/// An HTTP MJPEG camera of the tests' own, on a bare socket, so that it can do everything wrong. See <see cref="MjpegPlays"/> for
/// what it can play; <see cref="Behave"/> changes that for open and coming connections alike. Thread-safe.
/// </summary>
internal sealed class MjpegCamera : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<MjpegClient, Task> _clients = new();
    private CancellationTokenSource _changed = new();
    private TcpListener? _listener;
    private MjpegPlay _play;
    private int _accepted;

    public MjpegCamera(MjpegPlay play)
    {
        _play = play;
        _listener = Listen(port: 0);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    public int Port { get; }

    public string Locator => $"http://127.0.0.1:{Port}/stream";

    /// <summary>Connections that neither side has closed.</summary>
    public int OpenConnections => _clients.Count;

    /// <summary>Connections since the beginning.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>Requests since the beginning, oldest first.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public string LocatorWith(string userInfo) => $"http://{userInfo}@127.0.0.1:{Port}/stream";

    /// <summary>From now on the camera does this, on open connections too. It listens, if it did not.</summary>
    public void Behave(MjpegPlay play)
    {
        CancellationTokenSource before;
        lock (_lock)
        {
            _play = play;
            (before, _changed) = (_changed, new CancellationTokenSource());
            _listener ??= Listen(Port);
        }

        before.Cancel();
    }

    /// <summary>Closes the port and every connection, as a camera without power does, until <see cref="Behave"/> is called.</summary>
    public void Refuse()
    {
        lock (_lock)
        {
            _listener?.Dispose();
            _listener = null;
        }

        Cut();
    }

    /// <summary>Closes every open connection.</summary>
    public void Cut()
    {
        foreach (var client in _clients.Keys)
        {
            client.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        Refuse();
        await Task.WhenAll(_clients.Values);
    }

    private TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _ = AcceptAsync(listener);
        return listener;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var client = new MjpegClient(await listener.AcceptTcpClientAsync(_end.Token));
                Interlocked.Increment(ref _accepted);
                var done = new TaskCompletionSource();
                _clients[client] = done.Task;
                _ = ServeAsync(client, done);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // No longer listening.
        }
    }

    private async Task ServeAsync(MjpegClient client, TaskCompletionSource done)
    {
        try
        {
            await client.ReadRequestAsync(_end.Token);
            Requests.Enqueue(client.Request);
            var watching = client.WatchAsync(_end.Token);
            await PlayAsync(client);
            client.Dispose();
            await watching;
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The other side went, or the camera was switched off.
        }
        finally
        {
            client.Dispose();
            _clients.TryRemove(client, out _);
            done.SetResult();
        }
    }

    private async Task PlayAsync(MjpegClient client)
    {
        while (true)
        {
            var (play, changed) = Current();
            using var either = CancellationTokenSource.CreateLinkedTokenSource(changed, client.Gone, _end.Token);
            try
            {
                await play(client, either.Token);
                return;
            }
            catch (OperationCanceledException) when (changed.IsCancellationRequested && !client.Gone.IsCancellationRequested && !_end.IsCancellationRequested)
            {
                // Goes on with what is played now.
            }
        }
    }

    private (MjpegPlay Play, CancellationToken Changed) Current()
    {
        lock (_lock)
        {
            return (_play, _changed.Token);
        }
    }
}
