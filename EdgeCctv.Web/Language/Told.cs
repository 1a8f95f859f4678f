using System.Globalization;

namespace EdgeCctv.Web.Language;

/// <summary>Texts with figures and times in them, as the reader of the page is used to. Every figure that is not for a program goes through here.</summary>
internal static class Told
{
    private static CultureInfo Reader => CultureInfo.CurrentCulture;

    /// <param name="text">A text of the resource files with {0}, {1} and so on.</param>
    /// <param name="values">Texts, or figures that need no format of their own.</param>
    public static string With(string text, params ReadOnlySpan<object?> values) => string.Format(Reader, text, values);

    /// <summary>Words as they begin a sentence; may be empty.</summary>
    public static string Capital(string words) => words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>With parted thousands where there are any.</summary>
    public static string Number(double value, int places = 0) => value.ToString("N" + places.ToString(CultureInfo.InvariantCulture), Reader);

    /// <summary>At most so many places, and none that are 0.</summary>
    public static string Short(double value, int places = 1) => value.ToString("0." + new string('#', places), Reader);

    /// <summary>"14:02:11"; while the reader's zone is UTC or not known, with "UTC".</summary>
    public static string Time(DateTimeOffset time) => WithZone(Clock(time));

    /// <summary>"14:02:11" in the reader's zone, where something beside it says which that is.</summary>
    public static string Clock(DateTimeOffset time) => Here(time).ToString("HH:mm:ss", Reader);

    /// <summary>"22 Nov 14:02", in the order of the reader; while the reader's zone is UTC or not known, with "UTC".</summary>
    public static string Day(DateTimeOffset time) => WithZone(Day(Here(time).DateTime, Reader));

    /// <summary>The same of a time as it is.</summary>
    public static string Day(DateTime time, CultureInfo figures) => $"{time.ToString(DayPattern(figures), figures)} {time.ToString("HH:mm", figures)}";

    /// <summary>The moment in UTC, as a tooltip beside a time of the reader's zone.</summary>
    public static string Utc(DateTimeOffset time, bool withMilliseconds = false) =>
        time.UtcDateTime.ToString(withMilliseconds ? "yyyy-MM-dd HH:mm:ss.fff 'UTC'" : "yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    // "MMMM d" of the reader's, with the month shortened.
    private static string DayPattern(CultureInfo figures) => figures.DateTimeFormat.MonthDayPattern.Replace("MMMM", "MMM", StringComparison.Ordinal);

    private static DateTimeOffset Here(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, ReaderZone.Current);

    private static string WithZone(string time) => ReaderZone.IsUtc ? time + " UTC" : time;
}
