using System.Text.RegularExpressions;

namespace EdgeCctv.Web.Language;

/// <summary>The time zone of whoever reads the page, as far as its browser told (a cookie of js/language.js); it flows as the culture does.</summary>
internal sealed partial class ReaderZone(RequestDelegate next)
{
    public const string Cookie = "edgecctv-zone";

    private static readonly AsyncLocal<TimeZoneInfo?> Flowing = new();

    /// <summary>UTC where nothing is known.</summary>
    public static TimeZoneInfo Current
    {
        get => Flowing.Value ?? TimeZoneInfo.Utc;
        internal set => Flowing.Value = value;
    }

    /// <summary>Whether the reader's clock shows UTC, all the year.</summary>
    public static bool IsUtc => Current.BaseUtcOffset == TimeSpan.Zero && !Current.SupportsDaylightSavingTime;

    public Task InvokeAsync(HttpContext context)
    {
        // The system looks for a file of that name.
        Flowing.Value = context.Request.Cookies[Cookie] is { } id && Name().IsMatch(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
        return next(context);
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_+/-]{1,63}$")]
    private static partial Regex Name();
}
