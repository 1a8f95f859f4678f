namespace EdgeCctv.Web.Support;

/// <summary>The newest lines of the log, one for all who look. Thread-safe; writing takes a lock for a moment only.</summary>
/// <param name="clock">Says when.</param>
public sealed class LogRing(TimeProvider clock)
{
    /// <summary>Bound: so many lines, the newest; each of at most <see cref="LogText.Longest"/> characters, so about 0.6 MB at the very most.</summary>
    public const int Capacity = 500;

    private readonly Lock _lock = new();
    private readonly Queue<LogLine> _lines = new(Capacity);
    private long _last;

    /// <summary>The number of the newest line; 0 before the first. Cheap: ask it to know whether there is anything new.</summary>
    public long Last => Interlocked.Read(ref _last);

    public void Add(LogLevel level, string category, string message, Exception? exception)
    {
        var (who, what) = (LogText.Category(category), LogText.Message(message, exception));
        lock (_lock)
        {
            if (_lines.Count == Capacity)
            {
                _lines.Dequeue();
            }

            var number = _last + 1;
            _lines.Enqueue(new LogLine(number, clock.GetUtcNow(), level, who, what));
            Interlocked.Exchange(ref _last, number);
        }
    }

    /// <summary>A copy, oldest first.</summary>
    public IReadOnlyList<LogLine> Read()
    {
        lock (_lock)
        {
            return [.. _lines];
        }
    }
}
