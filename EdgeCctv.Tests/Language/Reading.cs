using System.Globalization;
using EdgeCctv.Web.Language;

namespace EdgeCctv.Tests.Language;

/// <summary>What is rendered until this is disposed of is for such a reader.</summary>
internal sealed class Reading : IDisposable
{
    private readonly CultureInfo _language = CultureInfo.CurrentUICulture;
    private readonly CultureInfo _figures = CultureInfo.CurrentCulture;
    private readonly TimeZoneInfo _zone = ReaderZone.Current;

    /// <param name="culture">Such as "de-AT": its language for the texts, itself for the figures.</param>
    /// <param name="zone">Where the reader's clock is.</param>
    public Reading(string culture, string zone = "UTC")
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(CultureInfo.CurrentCulture.TwoLetterISOLanguageName);
        ReaderZone.Current = TimeZoneInfo.FindSystemTimeZoneById(zone);
    }

    public void Dispose() => (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture, ReaderZone.Current) = (_language, _figures, _zone);
}
