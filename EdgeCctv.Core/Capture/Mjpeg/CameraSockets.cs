using System.Net;
using System.Net.Sockets;

namespace EdgeCctv.Core.Capture.Mjpeg;

/// <summary>
/// Connects to the checked addresses of a camera and to nothing else, whatever HttpClient asks for. Disposing closes every socket
/// before it returns, and any that a late attempt still opens. Thread-safe: HttpClient connects on a thread of its own.
/// </summary>
internal sealed class CameraSockets(IReadOnlyList<IPAddress> addresses, IoLimit limit) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Socket> _open = [];
    private bool _isDisposed;

    /// <summary>Bytes that can be read without waiting, on the newest connection.</summary>
    public int Available
    {
        get
        {
            lock (_lock)
            {
                return _open.Count > 0 ? _open[^1].Available : 0;
            }
        }
    }

    /// <exception cref="SocketException">No address answers; the reason of the last one.</exception>
    public Stream Connect(int port)
    {
        var reason = new SocketException((int)SocketError.TimedOut);
        for (var i = 0; i < addresses.Count; i++)
        {
            try
            {
                // An address that swallows packets leaves the others their share of the time.
                return Connect(new IPEndPoint(addresses[i], port), limit.Left / (addresses.Count - i));
            }
            catch (SocketException failure)
            {
                reason = failure;
            }
        }

        throw reason;
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _open.ForEach(socket => socket.Dispose());
            _open.Clear();
        }
    }

    private CameraSocketStream Connect(IPEndPoint camera, TimeSpan share)
    {
        var socket = new Socket(camera.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { Blocking = false, NoDelay = true };
        try
        {
            Keep(socket);
            Begin(socket, camera);
            if (!limit.TryAwait(socket, SelectMode.SelectWrite, share))
            {
                throw new SocketException((int)SocketError.TimedOut);
            }

            ThrowIfFailed(socket);
            return new CameraSocketStream(socket, limit);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private void Keep(Socket socket)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _open.Add(socket);
        }
    }

    private static void Begin(Socket socket, IPEndPoint camera)
    {
        try
        {
            socket.Connect(camera);
        }
        catch (SocketException pending) when (pending.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
        {
            // Awaited by the caller.
        }
    }

    private static void ThrowIfFailed(Socket socket)
    {
        if (socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error) is int and not 0 and var error)
        {
            throw new SocketException(error);
        }
    }
}
