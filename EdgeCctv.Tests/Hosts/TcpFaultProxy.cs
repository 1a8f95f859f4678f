using System.Net;
using System.Net.Sockets;

namespace EdgeCctv.Tests.Hosts;

/// <summary>
/// A bad network in front of a real server: what it does to connections can be changed while they are open. As made, it passes
/// everything on. Its port is its own from beginning to end, so that nobody else answers while it refuses. Thread-safe.
/// </summary>
internal sealed class TcpFaultProxy : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _lock = new();
    private readonly List<TcpRelay> _relays = [];
    private readonly List<Task> _loops = [];
    private Socket _socket;

    /// <param name="targetPort">Where the real server listens, on this machine.</param>
    public TcpFaultProxy(int targetPort)
    {
        TargetPort = targetPort;
        _socket = Bind(port: 0);
        Port = ((IPEndPoint)_socket.LocalEndPoint!).Port;
        Listen();
    }

    public int Port { get; }

    /// <summary>Where connections from now on lead.</summary>
    public int TargetPort { get; set; }

    /// <summary>What happens to the bytes of every connection, those that are open included.</summary>
    public TcpFlow Flow { get; } = new();

    /// <summary>Whether new connections are accepted and then get no answer.</summary>
    public bool IsSilent { get; set; }

    public bool IsListening { get; private set; }

    /// <summary>Connections that whoever is under test has open now.</summary>
    public int OpenConnections
    {
        get
        {
            lock (_lock)
            {
                return _relays.Count;
            }
        }
    }

    /// <summary>Nobody listens any more; what is open stays open.</summary>
    public void Refuse()
    {
        IsListening = false;
        _socket.Dispose();
        _socket = Bind(Port);
    }

    public void Listen()
    {
        _socket.Listen(16);
        IsListening = true;
        _loops.Add(AcceptAsync(_socket));
    }

    /// <summary>Resets every open connection.</summary>
    public void Cut()
    {
        lock (_lock)
        {
            _relays.ForEach(relay => relay.Cut());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _socket.Dispose();
        Cut();
        await Task.WhenAll(_loops);
        _end.Dispose();
    }

    private static Socket Bind(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        return socket;
    }

    private async Task AcceptAsync(Socket socket)
    {
        var running = new List<Task>();
        try
        {
            while (true)
            {
                running.RemoveAll(one => one.IsCompleted);
                running.Add(RelayAsync(await socket.AcceptAsync(_end.Token)));
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            await Task.WhenAll(running);
        }
    }

    private async Task RelayAsync(Socket client)
    {
        using var relay = new TcpRelay(client, Flow);
        lock (_lock)
        {
            _relays.Add(relay);
        }

        await relay.RunAsync(IsSilent ? null : TargetPort, _end.Token);
        lock (_lock)
        {
            _relays.Remove(relay);
        }
    }
}
