using System.Globalization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Localization;

namespace EdgeCctv.Web.Language;

/// <summary>
/// The languages that the pages speak, and who gets which: what was chosen on the screen (a cookie of js/language.js), else the
/// browser's. Numbers and times are the browser's whatever the language. What programs ask for is English with invariant figures always.
/// </summary>
internal static class Languages
{
    /// <summary>The first is spoken to whoever has none of them.</summary>
    public static readonly IReadOnlyList<string> All = ["en", "de"];

    /// <summary>In its own words, as a reader who understands no other would look for it.</summary>
    public static string NameOf(string language) => CultureInfo.GetCultureInfo(language).NativeName;

    public static void UseReadersLanguage(this WebApplication app)
    {
        var options = new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(All[0]),
            SupportedCultures = CultureInfo.GetCultures(CultureTypes.AllCultures),
            SupportedUICultures = [.. All.Select(CultureInfo.GetCultureInfo)],
            RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()],
        };
        app.UseWhen(IsForPeople, pages => pages.UseRequestLocalization(options).UseMiddleware<ReaderZone>());
    }

    // The circuit too: its pages are rendered in the culture of the WebSocket's request.
    private static bool IsForPeople(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/_blazor") || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
}
