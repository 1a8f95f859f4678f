using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace EdgeCctv.Tests.Hosts;

/// <summary>How a camera writes its parts.</summary>
internal sealed record MjpegStyle
{
    public static readonly MjpegStyle Ordinary = new();

    public string ContentType { get; init; } = "multipart/x-mixed-replace; boundary=frame";

    /// <summary>The line before each part.</summary>
    public string Delimiter { get; init; } = "--frame";

    public bool WithLength { get; init; } = true;

    public bool WithTimestamp { get; init; } = true;

    public bool Chunked { get; init; }
}

/// <summary>One connection to the <see cref="MjpegCamera"/>, as the camera sees it: what it sends is up to its play.</summary>
internal sealed class MjpegClient(TcpClient connection) : IDisposable
{
    private readonly NetworkStream _stream = connection.GetStream();
    private readonly CancellationTokenSource _gone = new();
    private bool _isHeadSent;

    /// <summary>The request as it came, header lines and all.</summary>
    public string Request { get; private set; } = "";

    /// <summary>Cancelled when the other side closes the connection.</summary>
    public CancellationToken Gone => _gone.Token;

    public async Task ReadRequestAsync(CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var bytes = new byte[4096];
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) && !IsTlsHello(text))
        {
            var count = await _stream.ReadAsync(bytes, cancellation);
            if (count == 0)
            {
                break;
            }

            text.Append(Encoding.Latin1.GetString(bytes, 0, count));
        }

        Request = text.ToString();
    }

    /// <summary>Ends when the other side has closed the connection.</summary>
    public async Task WatchAsync(CancellationToken cancellation)
    {
        try
        {
            while (await _stream.ReadAsync(new byte[256], cancellation) > 0)
            {
            }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Reset, or closed by the camera.
        }

        await _gone.CancelAsync();
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => _stream.WriteAsync(bytes, cancellation);

    public ValueTask SendAsync(string text, CancellationToken cancellation) => SendAsync(Encoding.Latin1.GetBytes(text), cancellation);

    /// <summary>The head of a stream, unless an earlier play has sent it.</summary>
    public async Task SendHeadAsync(MjpegStyle style, CancellationToken cancellation)
    {
        if (!_isHeadSent)
        {
            _isHeadSent = true;
            var chunked = style.Chunked ? "Transfer-Encoding: chunked\r\n" : "";
            await SendAsync($"HTTP/1.1 200 OK\r\nServer: test camera/1.0\r\nContent-Type: {style.ContentType}\r\n{chunked}\r\n", cancellation);
        }
    }

    public ValueTask SendPartAsync(byte[] jpeg, MjpegStyle style, CancellationToken cancellation) => SendAsync(Part(jpeg, style), cancellation);

    public static byte[] Part(byte[] jpeg, MjpegStyle style)
    {
        var seconds = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
        var length = style.WithLength ? $"Content-Length: {jpeg.Length}\r\n" : "";
        var time = style.WithTimestamp ? string.Create(CultureInfo.InvariantCulture, $"X-Timestamp: {seconds:F6}\r\n") : "";
        byte[] part =
        [
            .. Encoding.Latin1.GetBytes($"{style.Delimiter}\r\nContent-Type: image/jpeg\r\n{length}{time}\r\n"),
            .. jpeg,
            .. "\r\n"u8,
        ];
        return style.Chunked ? [.. Encoding.Latin1.GetBytes($"{part.Length:x}\r\n"), .. part, .. "\r\n"u8] : part;
    }

    public void Dispose() => connection.Dispose();

    // What a camera without TLS gets to read from somebody who wants it.
    private static bool IsTlsHello(StringBuilder text) => text.Length > 0 && text[0] == '\u0016';
}
