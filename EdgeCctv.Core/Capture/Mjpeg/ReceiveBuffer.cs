using System.Buffers;

namespace EdgeCctv.Core.Capture.Mjpeg;

/// <summary>
/// Bytes that were received and not used yet, in one piece, and when they came. Grows as pictures do, up to a bound that its owner
/// keeps by using or dropping bytes. Used by one thread, but for <see cref="LastReceived"/>.
/// </summary>
internal sealed class ReceiveBuffer(TimeProvider clock) : IDisposable
{
    private const int FirstSize = 256 * 1024;

    /// <summary>The room that a read is given at least: fewer, larger reads cost less.</summary>
    private const int LeastRoom = 64 * 1024;

    private readonly LastArrival _arrival = new();
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _start;
    private int _end;
    private int _newest;
    private long _newestTimestamp;
    private long _olderTimestamp;

    /// <summary>When bytes last came; null before the first. Any thread.</summary>
    public long? LastReceived => _arrival.At;

    public ReadOnlySpan<byte> Unread => _bytes.AsSpan(_start, _end - _start);

    /// <summary>
    /// When the read that brought this byte returned, on the clock's monotonic scale. Of the reads before the last one only the first
    /// is remembered, so the answer may be too early, never too late: no picture looks younger than it is.
    /// </summary>
    public long TimestampAt(int offset) => _start + offset >= _newest ? _newestTimestamp : _olderTimestamp;

    /// <returns>False at the end of the stream.</returns>
    public bool Fill(Stream stream)
    {
        MakeRoom();
        var count = stream.Read(_bytes.AsSpan(_end));
        if (_start >= _newest)
        {
            _olderTimestamp = _newestTimestamp;
        }

        (_newest, _newestTimestamp) = (_end, clock.GetTimestamp());
        _end += count;
        if (count > 0)
        {
            _arrival.Note(_newestTimestamp);
        }

        return count > 0;
    }

    public void Drop(int count) => _start += count;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        (_start, _end) = (0, 0);
    }

    private void MakeRoom()
    {
        if (_start == _end)
        {
            (_start, _end, _newest) = (0, 0, 0);
        }

        if (_bytes.Length - _end >= LeastRoom)
        {
            return;
        }

        var used = _end - _start;
        var target = used + LeastRoom > _bytes.Length ? ArrayPool<byte>.Shared.Rent(2 * _bytes.Length) : _bytes;
        Buffer.BlockCopy(_bytes, _start, target, 0, used);
        if (target != _bytes)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = target;
        }

        (_start, _end, _newest) = (0, used, _newest - _start);
    }
}
