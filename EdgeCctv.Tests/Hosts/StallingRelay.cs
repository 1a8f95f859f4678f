using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EdgeCctv.Tests.Hosts;

/// <summary>
/// A network that stalls: it goes on taking what the camera sends, and hands it over in one burst afterwards. It has threads of its
/// own, so that a test that blocks the pool does not stall it too.
/// </summary>
internal sealed class StallingRelay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ManualResetEventSlim _open = new(initialState: true);
    private readonly ConcurrentBag<TcpClient> _sockets = [];
    private readonly int _cameraPort;

    public StallingRelay(int cameraPort)
    {
        _cameraPort = cameraPort;
        _listener.Start();
        Locator = $"rtsp://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/live";
        Run(Accept);
    }

    public string Locator { get; }

    public void Stall() => _open.Reset();

    public void GoOn() => _open.Set();

    public void Dispose()
    {
        GoOn();
        _listener.Dispose();
        foreach (var socket in _sockets)
        {
            socket.Dispose();
        }
    }

    private static void Run(Action work)
    {
        var thread = new Thread(() => Try(work)) { IsBackground = true };
        thread.Start();
    }

    private static void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception ended) when (ended is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // One end has closed: so does this connection.
        }
    }

    private void Accept()
    {
        while (true)
        {
            var client = _listener.AcceptTcpClient();
            _sockets.Add(client);
            Run(() => Connect(client));
        }
    }

    private void Connect(TcpClient client)
    {
        using var camera = new TcpClient();
        _sockets.Add(camera);
        camera.Connect(IPAddress.Loopback, _cameraPort);
        var taken = new BlockingCollection<byte[]>();
        Run(() => client.GetStream().CopyTo(camera.GetStream()));
        Run(() => Take(camera, taken));
        foreach (var bytes in taken.GetConsumingEnumerable())
        {
            _open.Wait();
            client.GetStream().Write(bytes);
        }
    }

    private static void Take(TcpClient camera, BlockingCollection<byte[]> taken)
    {
        try
        {
            var buffer = new byte[65536];
            while (camera.GetStream().Read(buffer) is var count and > 0)
            {
                taken.Add(buffer[..count]);
            }
        }
        finally
        {
            taken.CompleteAdding();
        }
    }
}
