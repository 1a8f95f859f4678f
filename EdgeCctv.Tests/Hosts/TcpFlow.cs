namespace EdgeCctv.Tests.Hosts;

/// <summary>What a <see cref="TcpFaultProxy"/> does to the bytes from the server; the other direction is only ever held up. Thread-safe.</summary>
internal sealed class TcpFlow
{
    private TaskCompletionSource _open = Opened();
    private long _passed;

    /// <summary>Bytes from the server that were passed on, in all.</summary>
    public long Passed => Volatile.Read(ref _passed);

    /// <summary>Null for as fast as it goes.</summary>
    public int? BytesPerSecond { get; set; }

    /// <summary>One in so many bytes is damaged; null for none.</summary>
    public int? DamageOneIn { get; set; }

    /// <summary>After so many bytes each connection is reset; null for never.</summary>
    public long? CutAfterBytes { get; set; }

    /// <summary>Nothing moves in either direction; connections stay open, and what comes is kept.</summary>
    public void Stall() => _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends a stall; the backlog is delivered.</summary>
    public void Resume() => _open.TrySetResult();

    /// <summary>No fault any more.</summary>
    public void Heal()
    {
        (BytesPerSecond, DamageOneIn, CutAfterBytes) = (null, null, null);
        Resume();
    }

    internal Task OpenAsync(CancellationToken cancellation) => _open.Task.WaitAsync(cancellation);

    internal void Count(int bytes) => Interlocked.Add(ref _passed, bytes);

    /// <summary>Waits as long as sending these many bytes takes.</summary>
    internal Task PaceAsync(int bytes, CancellationToken cancellation) => BytesPerSecond is { } rate
        ? Task.Delay(TimeSpan.FromSeconds((double)bytes / rate), TimeProvider.System, cancellation)
        : Task.CompletedTask;

    internal void Damage(Span<byte> bytes, Random random)
    {
        if (DamageOneIn is not { } oneIn)
        {
            return;
        }

        for (var i = random.Next(oneIn); i < bytes.Length; i += 1 + random.Next(2 * oneIn))
        {
            bytes[i] ^= (byte)(1 << random.Next(8));
        }
    }

    private static TaskCompletionSource Opened()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }
}
