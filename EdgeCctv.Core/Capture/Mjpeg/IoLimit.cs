using System.Net.Sockets;

namespace EdgeCctv.Core.Capture.Mjpeg;

/// <summary>Until when the connection's input and output may wait, and what cancels the wait.</summary>
internal sealed class IoLimit(TimeProvider clock)
{
    // A cancellation is heard within this time; data at once.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(50);

    private long _began;
    private TimeSpan _timeout;
    private CancellationToken _cancellation;

    public bool IsOver => Left <= TimeSpan.Zero;

    public TimeSpan Left => _timeout - clock.GetElapsedTime(_began);

    public CancellationToken Cancellation => _cancellation;

    public void Set(TimeSpan timeout, CancellationToken cancellation)
    {
        _began = clock.GetTimestamp();
        _timeout = timeout;
        _cancellation = cancellation;
    }

    /// <exception cref="IOException">The time is over.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Await(Socket socket, SelectMode mode)
    {
        if (!TryAwait(socket, mode, Left))
        {
            ThrowOver();
        }
    }

    /// <exception cref="IOException">The time is over.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void ThrowIfOver()
    {
        _cancellation.ThrowIfCancellationRequested();
        if (IsOver)
        {
            ThrowOver();
        }
    }

    /// <summary>Waits a part of the time that is left.</summary>
    public bool TryAwait(Socket socket, SelectMode mode, TimeSpan share)
    {
        for (var began = clock.GetTimestamp(); ;)
        {
            _cancellation.ThrowIfCancellationRequested();
            var left = share - clock.GetElapsedTime(began);
            if (socket.Poll(left < LongestWait ? left > TimeSpan.Zero ? left : TimeSpan.Zero : LongestWait, mode))
            {
                return true;
            }

            if (left <= TimeSpan.Zero)
            {
                return false;
            }
        }
    }

    private static void ThrowOver() => throw new IOException("The time is over.");
}
