using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Measurements;

/// <summary>A reader of <c>GET /live</c> that throws away what it gets.</summary>
internal sealed class LiveDrain : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly HttpClient _http;
    private readonly Task _reading;

    public LiveDrain(ConsoleProcess console)
    {
        _http = new HttpClient { BaseAddress = console.Address };
        _reading = ReadAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _reading;
        _http.Dispose();
        _end.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            await using var stream = await _http.GetStreamAsync(new Uri("/live", UriKind.Relative), _end.Token);
            await stream.CopyToAsync(Stream.Null, _end.Token);
        }
        catch (OperationCanceledException)
        {
            // Enough read.
        }
    }
}
