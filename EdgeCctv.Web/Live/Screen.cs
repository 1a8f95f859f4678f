using EdgeCctv.Core.Statistics;

namespace EdgeCctv.Web.Live;

/// <summary>
/// What one circuit's screen has painted, and what it judged of it. Scoped: one per circuit; it counts among the open
/// <see cref="Screens"/> from <see cref="Open"/> until it is closed or its circuit ends. Thread-safe.
/// </summary>
public sealed class Screen(Screens screens, TimeProvider clock) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly RollingPercentiles _latency = new();
    private readonly long _created = clock.GetTimestamp();
    private ScreenSnapshot _known = Unknown(clock);

    /// <summary>The browser has the page; another page on the same circuit is another screen.</summary>
    /// <param name="kind">Which page it is.</param>
    /// <param name="address">The browser's address, where it is known.</param>
    public void Open(ScreenKind kind, string? address)
    {
        screens.Remove(this);
        var number = screens.NextNumber();
        var now = clock.GetTimestamp();
        Change(_ => Unknown(clock) with { Number = number, Kind = kind, Address = address, IsConnected = true, ConnectedAt = now });
        screens.Add(this);
    }

    /// <summary>A picture was handed to the circuit.</summary>
    /// <param name="sequence">The picture's number.</param>
    public void OnSent(long sequence) => Change(known => known with { SentSequence = sequence, SentAt = clock.GetTimestamp() });

    /// <summary>A picture was painted here.</summary>
    /// <param name="sequence">The picture's number.</param>
    /// <param name="timing">Where its time went.</param>
    public void OnPainted(long sequence, PaintTiming timing)
    {
        lock (_gate)
        {
            _latency.Add(clock.GetElapsedTime(_created), timing.Total);
            var now = clock.GetTimestamp();
            _known = _known with
            {
                Sequence = sequence,
                PaintedAt = now,
                PaintedInTimeAt = _known.Verdict.Word == StageWords.CannotKeepUp ? _known.PaintedInTimeAt : now,
                Painted = _known.Painted + 1,
            };
        }
    }

    /// <summary>How many pictures were captured while the screen was busy with an earlier one.</summary>
    public void OnSkipped(long skipped) => Change(known => known with { Skipped = skipped });

    /// <summary>Whether the browser is connected to its circuit.</summary>
    public void OnConnection(bool isConnected) => Change(known => known with
    {
        IsConnected = isConnected,
        ConnectedAt = isConnected && !known.IsConnected ? clock.GetTimestamp() : known.ConnectedAt,
        Disconnects = known.IsConnected && !isConnected ? known.Disconnects + 1 : known.Disconnects,
    });

    /// <summary>The browser judged its picture anew.</summary>
    public void OnJudged(string word, TimeSpan? pictureAge)
    {
        var verdict = new ScreenVerdict(word, clock.GetTimestamp(), pictureAge);
        Change(known => known with { Verdict = verdict });
        screens.OnJudged(this, verdict);
    }

    /// <summary>What is known but for the latency, which costs a sort.</summary>
    public ScreenSnapshot Glance()
    {
        lock (_gate)
        {
            return _known;
        }
    }

    public ScreenSnapshot Read()
    {
        lock (_gate)
        {
            return _known with { Latency = _latency.Read(clock.GetElapsedTime(_created)) };
        }
    }

    /// <summary>The page shows no pictures any more. Idempotent.</summary>
    public void Close() => screens.Remove(this);

    public void Dispose() => Close();

    private static ScreenSnapshot Unknown(TimeProvider clock) => new() { Verdict = new ScreenVerdict("connecting", clock.GetTimestamp(), null), Since = clock.GetUtcNow() };

    private void Change(Func<ScreenSnapshot, ScreenSnapshot> change)
    {
        lock (_gate)
        {
            _known = change(_known);
        }
    }
}

/// <summary>Which page a screen shows.</summary>
public enum ScreenKind
{
    Console,
    Kiosk,
}

/// <summary>What is known of a screen at one moment.</summary>
public sealed record ScreenSnapshot
{
    /// <summary>Counts screens from 1 for as long as the process lives.</summary>
    public long Number { get; init; }

    public ScreenKind Kind { get; init; }

    /// <summary>The browser's address, where it is known.</summary>
    public string? Address { get; init; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset Since { get; init; }

    public bool IsConnected { get; init; }

    /// <summary>When it was opened or, after a break, connected again, on the monotonic clock.</summary>
    public long ConnectedAt { get; init; }

    /// <summary>How often its circuit has lost the connection so far. Two readings that differ enclose a break, even one that is over.</summary>
    public int Disconnects { get; init; }

    /// <summary>What its browser last said of its picture.</summary>
    public required ScreenVerdict Verdict { get; init; }

    /// <summary>The picture that was handed to its circuit last; null before the first.</summary>
    public long? SentSequence { get; init; }

    /// <summary>When that was, on the monotonic clock.</summary>
    public long? SentAt { get; init; }

    /// <summary>The picture it painted last; null before the first.</summary>
    public long? Sequence { get; init; }

    /// <summary>When the server heard that it was painted, on the monotonic clock.</summary>
    public long? PaintedAt { get; init; }

    /// <summary>The same, but for what was painted while the screen could not keep up: that came too late to be live.</summary>
    public long? PaintedInTimeAt { get; init; }

    /// <summary>Pictures that it acknowledged as painted.</summary>
    public long Painted { get; init; }

    /// <summary>Pictures that were captured while it was busy with an earlier one.</summary>
    public long Skipped { get; init; }

    /// <summary>Receipt to paint plus drift over its last minute; null when it painted nothing.</summary>
    public LatencyPercentiles? Latency { get; init; }
}
