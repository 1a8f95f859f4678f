namespace EdgeCctv.Web.Language;

/// <summary>The time zone of whoever reads the page, as far as its browser told (a cookie of js/language.js); it flows as the culture does.</summary>
internal sealed class ReaderZone(RequestDelegate next)
{
    public const string Cookie = "edgecctv-zone";

    private static readonly AsyncLocal<TimeZoneInfo?> Flowing = new();

    /// <summary>UTC where nothing is known.</summary>
    public static TimeZoneInfo Current
    {
        get => Flowing.Value ?? TimeZoneInfo.Utc;
        internal set => Flowing.Value = value;
    }

    public Task InvokeAsync(HttpContext context)
    {
        Flowing.Value = context.Request.Cookies[Cookie] is { Length: > 0 } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
        return next(context);
    }
}
