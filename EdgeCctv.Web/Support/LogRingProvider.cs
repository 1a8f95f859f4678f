namespace EdgeCctv.Web.Support;

/// <summary>Lets every logger of the program write into the ring as well. The filters of section <c>Logging</c> hold, also by the name <c>Ring</c>.</summary>
/// <param name="ring">Keeps the lines; needs no logger itself.</param>
[ProviderAlias("Ring")]
internal sealed class LogRingProvider(LogRing ring) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Writer(ring, categoryName);

    public void Dispose()
    {
        // The ring outlives it: it is nobody's but the process's.
    }

    private sealed class Writer(LogRing ring, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                ring.Add(logLevel, category, formatter(state, exception), exception);
            }
        }
    }
}
