using System.Globalization;
using System.Text;

namespace EdgeCctv.Tests.Hosts;

/// <summary>One part of <c>GET /live</c>.</summary>
internal sealed record LivePart(long Sequence, long AgeMilliseconds, byte[] Jpeg);

/// <summary>Reads <c>GET /live</c> part by part, as an <c>img</c> element would.</summary>
internal sealed class LiveReader : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly Stream _stream;

    private LiveReader(HttpResponseMessage response, Stream stream)
    {
        _response = response;
        _stream = stream;
    }

    public static async Task<LiveReader> OpenAsync(ConsoleProcess console)
    {
        var response = await console.Http.GetAsync("/live", HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return new LiveReader(response, new BufferedStream(await response.Content.ReadAsStreamAsync()));
    }

    public async Task<IReadOnlyList<LivePart>> ReadAsync(int count)
    {
        using var patience = new CancellationTokenSource(ChildProcess.Patience);
        var parts = new List<LivePart>();
        while (parts.Count < count)
        {
            parts.Add(await PartAsync(patience.Token) ?? throw new EndOfStreamException($"The stream ended after {parts.Count} of {count} parts."));
        }

        return parts;
    }

    /// <summary>Reads until the server ends the stream.</summary>
    public async Task EndAsync()
    {
        using var patience = new CancellationTokenSource(ChildProcess.Patience);
        try
        {
            while (await PartAsync(patience.Token) is not null)
            {
            }
        }
        catch (Exception broken) when (broken is HttpIOException or HttpRequestException or EndOfStreamException)
        {
            // Cut off rather than ended: an end all the same.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _response.Dispose();
    }

    private async Task<LivePart?> PartAsync(CancellationToken cancellation)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await LineAsync(cancellation) is { } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers[line[..colon]] = line[(colon + 1)..].Trim();
            }
            else if (line.Length == 0 && headers.Count > 0)
            {
                var jpeg = new byte[Number(headers["Content-Length"])];
                await _stream.ReadExactlyAsync(jpeg, cancellation);
                return new LivePart(Number(headers["X-Sequence"]), Number(headers["X-Age-Ms"]), jpeg);
            }
        }

        return null;
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private async Task<string?> LineAsync(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await _stream.ReadAsync(one, cancellation) == 1)
        {
            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)one[0]);
        }

        return null;
    }
}
