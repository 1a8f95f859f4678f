namespace EdgeCctv.Tests.Hosts;

/// <summary>Keeps asking for <c>GET /live</c>, as a page does, and keeps each part with the time at which it was here.</summary>
internal sealed class LiveRecorder : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource _end = new();
    private readonly List<(DateTimeOffset Arrival, LivePart Part)> _parts = [];
    private readonly Task _recording;

    public LiveRecorder(ConsoleProcess console) => _recording = RecordAsync(console);

    public IReadOnlyList<(DateTimeOffset Arrival, LivePart Part)> Parts
    {
        get
        {
            lock (_parts)
            {
                return [.. _parts];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _recording;
        _end.Dispose();
    }

    private async Task RecordAsync(ConsoleProcess console)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await using var reader = await LiveReader.OpenAsync(console);
                while (!_end.IsCancellationRequested)
                {
                    var part = (await reader.ReadAsync(1))[0];
                    lock (_parts)
                    {
                        _parts.Add((TimeProvider.System.GetUtcNow(), part));
                    }
                }
            }
            catch (Exception noPicture) when (noPicture is HttpRequestException or IOException)
            {
                // There is none to be shown just now.
                await Task.Delay(Pause, TimeProvider.System);
            }
        }
    }
}
