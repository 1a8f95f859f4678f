using System.Net;

namespace EdgeCctv.Core.Capture.Mjpeg;

/// <summary>
/// A network camera that sends motion JPEG. Its pictures are passed on untouched; only the analysis pictures are decoded. The first
/// read connects, so that all waiting is within the caller's time.
/// </summary>
internal sealed class MjpegCapture : ICapture
{
    // After a stall a burst of old pictures arrives; more than this is no burst but a camera that is faster than we are.
    private const int MostSkipped = 1000;

    private readonly CameraSource _source;
    private readonly IReadOnlyList<IPAddress> _addresses;
    private readonly IoLimit _limit;
    private readonly MultipartReader _reader;
    private readonly GreyPictures _grey;
    private readonly TimeProvider _clock;
    private StreamFacts _facts;
    private MjpegConnection? _connection;
    private Stream? _stream;

    public MjpegCapture(CameraSource source, IReadOnlyList<IPAddress> addresses, GreyPictures grey, TimeProvider clock)
    {
        _source = source;
        _addresses = addresses;
        _grey = grey;
        _clock = clock;
        _limit = new IoLimit(clock);
        _reader = new MultipartReader(clock, _limit);
        _facts = new StreamFacts
        {
            Backend = "built-in MJPEG reader",
            Codec = "JPEG, passed through",
            Transport = source.Address.StartsWith("https:", StringComparison.Ordinal) ? "HTTPS" : "HTTP",
        };
    }

    public StreamFacts Facts => _grey.IsMissing ? _facts with { Codec = $"{_facts.Codec}; no decoder for its analysis" } : _facts;

    public long? LastReceived => _reader.LastReceived;

    public void EncodeAt(int jpegQuality)
    {
        // The camera encodes.
    }

    public CapturedPicture? Read(TimeSpan timeout, bool withGrey, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _limit.Set(timeout, cancellation);
        if (Next() is not { } picture)
        {
            return null;
        }

        var grey = withGrey ? _grey.Of(picture.Jpeg) : null;
        return new CapturedPicture(picture.Jpeg, picture.Width, picture.Height, picture.ReceivedTimestamp, Interval: null, grey)
        {
            PresentationTime = picture.PresentationTime,
        };
    }

    public void Dispose()
    {
        Disconnect();
        _reader.Dispose();
        _grey.Dispose();
    }

    private MjpegPicture? Next()
    {
        try
        {
            var stream = _stream ??= Connect();
            return Newest(stream, First(stream));
        }
        catch (Exception) when (_limit.Cancellation.IsCancellationRequested)
        {
            // Whatever broke then, broke because of it.
            throw new OperationCanceledException(_limit.Cancellation);
        }
        catch (Exception failure) when (failure is OperationCanceledException || (failure is not CaptureException && _limit.IsOver))
        {
            return _reader.Damage is { } damage
                ? throw new CaptureException(CameraFault.Damaged, $"No whole picture from {_source.Display}; of the last one: {damage}.", failure)
                : null;
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or ObjectDisposedException)
        {
            throw MjpegFaults.Of(failure, _source);
        }
    }

    private Stream Connect()
    {
        Disconnect();
        using var timer = new CancellationTokenSource(_limit.Left, _clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, _limit.Cancellation);
        _connection = new MjpegConnection(_source, _addresses, _limit);
        var stream = _connection.Open(_source, ending.Token);
        _facts = _facts with { Device = _connection.Server is { } server ? CameraText.Clean(server, _source) : null };
        return stream;
    }

    private void Disconnect()
    {
        _stream = null;
        _connection?.Dispose();
        _connection = null;
    }

    private MjpegPicture First(Stream stream)
    {
        MjpegPicture picture;
        while (!_reader.TryTake(out picture))
        {
            Fill(stream);
        }

        return picture;
    }

    // What has arrived behind it is newer. Nothing is waited for.
    private MjpegPicture Newest(Stream stream, MjpegPicture picture)
    {
        _limit.Set(TimeSpan.Zero, _limit.Cancellation);
        for (var skipped = 0; skipped < MostSkipped; skipped++)
        {
            while (_reader.TryTake(out var newer))
            {
                picture = newer;
            }

            if (!_connection!.HasMore || !TryFill(stream))
            {
                break;
            }
        }

        return picture;
    }

    private void Fill(Stream stream)
    {
        // A camera that sends nothing but broken pictures never lets a read wait.
        _limit.ThrowIfOver();
        if (!_reader.Fill(stream))
        {
            throw MjpegFaults.Ended(_source);
        }
    }

    private bool TryFill(Stream stream)
    {
        try
        {
            return _reader.Fill(stream);
        }
        catch (IOException)
        {
            // Half a record had arrived, or the connection broke: the next read will tell.
            return false;
        }
    }
}
