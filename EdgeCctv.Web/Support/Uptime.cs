namespace EdgeCctv.Web.Support;

/// <summary>How long the program has been running; made when it starts. Steps of the wall clock change nothing. Thread-safe.</summary>
/// <param name="clock">Both scales of time.</param>
public sealed class Uptime(TimeProvider clock)
{
    private readonly long _began = clock.GetTimestamp();

    /// <summary>When it began, by the wall clock of that moment.</summary>
    public DateTimeOffset Since { get; } = clock.GetUtcNow();

    public TimeSpan Duration => clock.GetElapsedTime(_began);

    /// <summary>42 s, 5 min, 2 h 5 min, 3 d 4 h: as fine as people want to know it.</summary>
    public static string Words(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => $"{time.Seconds} s",
        { TotalHours: < 1 } => $"{time.Minutes} min",
        { TotalDays: < 1 } => $"{time.Hours} h {time.Minutes} min",
        _ => $"{(int)time.TotalDays} d {time.Hours} h",
    };
}
