using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EdgeCctv.Tests.Capture.GStreamer;

/// <summary>
/// A network that stalls: it goes on taking what the camera sends, and hands it over in one burst afterwards. It has threads of its
/// own, so that a test that blocks the pool does not stall it too.
/// </summary>
internal sealed class StallingRelay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ManualResetEventSlim _open = new(initialState: true);
    private readonly BlockingCollection<byte[]> _taken = [];
    private readonly TcpClient _camera = new();
    private readonly int _cameraPort;
    private TcpClient? _client;

    public StallingRelay(int cameraPort)
    {
        _cameraPort = cameraPort;
        _listener.Start();
        Locator = $"rtsp://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/live";
        Run(Connect);
    }

    public string Locator { get; }

    public void Stall() => _open.Reset();

    public void GoOn() => _open.Set();

    public void Dispose()
    {
        GoOn();
        _listener.Dispose();
        _camera.Dispose();
        _client?.Dispose();
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
            // One end has closed: so does the relay.
        }
    }

    private void Connect()
    {
        _client = _listener.AcceptTcpClient();
        _camera.Connect(IPAddress.Loopback, _cameraPort);
        Run(() => _client.GetStream().CopyTo(_camera.GetStream()));
        Run(Take);
        foreach (var bytes in _taken.GetConsumingEnumerable())
        {
            _open.Wait();
            _client.GetStream().Write(bytes);
        }
    }

    private void Take()
    {
        var buffer = new byte[65536];
        while (_camera.GetStream().Read(buffer) is var count and > 0)
        {
            _taken.Add(buffer[..count]);
        }

        _taken.CompleteAdding();
    }
}
