using System.Text;

namespace EdgeCctv.Core.Capture.Mjpeg;

/// <summary>A picture found in the stream.</summary>
/// <param name="Jpeg">From its first marker to its last, an array of exactly its size.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="ReceivedTimestamp">When its first byte arrived.</param>
/// <param name="PresentationTime">The camera's own time of it, where it says one.</param>
internal readonly record struct MjpegPicture(byte[] Jpeg, int Width, int Height, long ReceivedTimestamp, TimeSpan? PresentationTime);

/// <summary>
/// Finds the pictures in a <c>multipart/x-mixed-replace</c> stream. Cameras announce boundaries that they do not send, count lengths
/// wrongly or not at all; what they all send is a whole JPEG after some lines of text. So the JPEG's own structure says where a
/// picture begins and ends, and the lines are only asked what they say of it: a boundary is any line that begins with two hyphens.
/// Broken pictures are passed over. Used by one thread; memory is bounded by <see cref="LargestPicture"/>.
/// </summary>
/// <param name="clock">Tells when bytes came.</param>
/// <param name="limit">Its cancellation is heard between broken pictures, which a hostile camera can make expensive.</param>
internal sealed class MultipartReader(TimeProvider clock, IoLimit limit) : IDisposable
{
    /// <summary>Bytes.</summary>
    public const int LargestPicture = 16 * 1024 * 1024;

    /// <summary>Bytes of boundary and header lines before one picture.</summary>
    public const int LongestHeader = 8 * 1024;

    // Content-Length that counts the line end after the picture: not worth waiting for.
    private const int LineEnd = 4;

    private readonly ReceiveBuffer _buffer = new(clock);
    private JpegScan _scan;
    private PartHeader _header;
    private long _received;
    private bool _isInPicture;
    private bool _isLost;
    private int _searched;

    // SOI, and the 0xFF of the marker that follows it.
    private static ReadOnlySpan<byte> PictureStart => [0xFF, 0xD8, 0xFF];

    /// <summary>What was wrong with the last broken picture since the last whole one, as the end of a sentence; null when nothing was.</summary>
    public string? Damage { get; private set; }

    /// <summary>When bytes last came, of whatever kind; null before the first. Any thread.</summary>
    public long? LastReceived => _buffer.LastReceived;

    /// <returns>False at the end of the stream.</returns>
    public bool Fill(Stream stream) => _buffer.Fill(stream);

    /// <summary>Takes the next whole picture out of what has been received; false when there is none.</summary>
    /// <exception cref="CaptureException">There are too many header lines: this is no camera.</exception>
    public bool TryTake(out MjpegPicture picture)
    {
        picture = default;
        while (true)
        {
            if (!_isInPicture && !TryFindPicture())
            {
                return false;
            }

            if (!TryFinish(out var verdict))
            {
                return false;
            }

            if (verdict is null)
            {
                picture = Take();
                return true;
            }

            PassOver(verdict);
        }
    }

    public void Dispose() => _buffer.Dispose();

    private bool TryFindPicture()
    {
        var bytes = _buffer.Unread;
        var start = IndexOfPicture(bytes);
        if (start < 0)
        {
            DropHeaderThatIsTooLong(bytes);
            return false;
        }

        _header = PartHeader.Parse(bytes[Math.Max(0, start - LongestHeader)..start]);
        _received = _buffer.TimestampAt(start);
        _buffer.Drop(start);
        (_scan, _isInPicture, _isLost, _searched) = (default, true, false, 0);
        return true;
    }

    // After a broken picture only one that begins a line: the thumbnail within a picture does not.
    private int IndexOfPicture(ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            var found = bytes[_searched..].IndexOf(PictureStart);
            if (found < 0)
            {
                _searched = Math.Max(_searched, bytes.Length - 2);
                return -1;
            }

            var start = _searched + found;
            if (!_isLost || (start > 0 && bytes[start - 1] == '\n'))
            {
                return start;
            }

            _searched = start + 1;
        }
    }

    private void DropHeaderThatIsTooLong(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= LongestHeader)
        {
            return;
        }

        if (Ascii.IsValid(bytes))
        {
            throw new CaptureException(CameraFault.Damaged, $"The camera sends more than {LongestHeader / 1024} kB of header lines and no picture.");
        }

        Damage ??= "something that is no picture stands between them";
        _isLost = true;
        var surplus = bytes.Length - LongestHeader;
        _buffer.Drop(surplus);
        _searched -= surplus;
    }

    // False when more bytes are needed; else what is wrong with the picture, or null.
    private bool TryFinish(out string? fault)
    {
        var bytes = _buffer.Unread;
        (var isFinished, fault) = _scan.Advance(bytes) switch
        {
            JpegVerdict.Broken => (true, _scan.Fault),
            JpegVerdict.Whole when _header.ContentLength is { } length && length - _scan.Length > LineEnd => FinishPadding(bytes, length),
            JpegVerdict.Whole => (true, null),
            _ when bytes.Length > LargestPicture => (true, $"it is larger than {LargestPicture / 1024 / 1024} MB"),
            _ => (false, null),
        };
        return isFinished;
    }

    // A flipped bit can make an end marker out of picture data: then the length knows of more, and that is neither padding nor the next part.
    private (bool IsFinished, string? Fault) FinishPadding(ReadOnlySpan<byte> bytes, long contentLength)
    {
        var rest = bytes[_scan.Length..(int)Math.Min(bytes.Length, contentLength)];
        var content = rest.IndexOfAnyExcept((byte)0, (byte)'\r', (byte)'\n');
        return content switch
        {
            < 0 when bytes.Length >= contentLength || rest.Length > JpegStructure.LongestPadding => (true, null),
            < 0 => (false, null),
            _ when rest[content] == (byte)'-' => (true, null),
            _ => (true, "its end comes before its length is reached"),
        };
    }

    private MjpegPicture Take()
    {
        var bytes = _buffer.Unread[.._scan.Length];
        var jpeg = _scan.HasHuffmanTables ? bytes.ToArray() : JpegHuffmanTables.Insert(bytes, _scan.FirstScan);
        _buffer.Drop(_scan.Length);
        _isInPicture = false;
        Damage = null;
        return new MjpegPicture(jpeg, _scan.Width, _scan.Height, _received, _header.PresentationTime);
    }

    private void PassOver(string fault)
    {
        limit.Cancellation.ThrowIfCancellationRequested();
        Damage = fault;
        (_isInPicture, _isLost, _searched) = (false, true, 1);
    }
}
