using System.Globalization;
using EdgeCctv.Core.Camera;
using EdgeCctv.Web.Configuration;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Texts;

namespace EdgeCctv.Web.Components.Connect;

/// <summary>A number that an operator may set, in the words of the reader for whom it was made. Immutable; never kept.</summary>
/// <param name="Id">For tests and for the page's own use.</param>
/// <param name="Label">With its unit.</param>
/// <param name="Bounds">What it may be.</param>
internal sealed record TuningField(string Id, string Label, Bounds<double> Bounds)
{
    /// <summary>All of them, in the reader's language.</summary>
    public static IReadOnlyList<TuningField> All =>
    [
        new("quality", ConnectTexts.Quality, new(TuningBounds.JpegQuality.Least, TuningBounds.JpegQuality.Most))
        {
            IsWhole = true,
            HintText = ConnectTexts.QualityHint,
            Now = tuning => tuning.JpegQuality,
            Chosen = choices => choices.JpegQuality,
            With = (choices, value) => choices with { JpegQuality = (int?)value },
            SetText = value => Told.With(ConnectTexts.QualitySet, value),
        },
        new("first-picture", ConnectTexts.FirstPicture, InSeconds(TuningBounds.StartTimeout))
        {
            HintText = ConnectTexts.FirstPictureHint,
            Now = tuning => tuning.Limits.StartTimeout.TotalSeconds,
            Chosen = choices => choices.StartTimeout?.TotalSeconds,
            With = (choices, value) => choices with { StartTimeout = Time(value) },
            SetText = value => Told.With(ConnectTexts.FirstPictureSet, ConnectWords.Seconds(value)),
        },
        new("lost-after", ConnectTexts.LostAfter, InSeconds(TuningBounds.StallTime))
        {
            HintText = ConnectTexts.LostAfterHint,
            Now = tuning => tuning.Limits.StallTime.TotalSeconds,
            Chosen = choices => choices.StallTime?.TotalSeconds,
            With = (choices, value) => choices with { StallTime = Time(value) },
            SetText = value => Told.With(ConnectTexts.LostAfterSet, ConnectWords.Seconds(value)),
        },
    ];

    public bool IsWhole { get; private init; }

    /// <summary>The value of these settings.</summary>
    public required Func<CameraTuning, double> Now { get; init; }

    /// <summary>What an operator has set; null for nothing.</summary>
    public required Func<TuningChoices, double?> Chosen { get; init; }

    /// <summary>The choices with this one set, or with null given back to the configuration.</summary>
    public required Func<TuningChoices, double?, TuningChoices> With { get; init; }

    /// <summary>Says that it is set, and from when on.</summary>
    public required Func<double, string> SetText { get; init; }

    public string Hint => Told.With(HintText, Shown(Bounds.Least), Shown(Bounds.Most));

    private string HintText { get; init; } = "";

    public static string Shown(double value) => Told.Short(value, places: 2);

    /// <summary>What was written, with a point or a comma; else, with null, why that is not possible.</summary>
    public (double? Value, string? Refusal) Parse(string text)
    {
        var isNumber = double.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value);
        return isNumber && Bounds.Hold(value) && !(IsWhole && value != Math.Truncate(value))
            ? (value, null)
            : (null, Told.With(
                IsWhole ? ConnectTexts.TuneRefusedWhole : ConnectTexts.TuneRefused, Label, text, Shown(Bounds.Least), Shown(Bounds.Most)));
    }

    private static Bounds<double> InSeconds(Bounds<TimeSpan> bounds) => new(bounds.Least.TotalSeconds, bounds.Most.TotalSeconds);

    private static TimeSpan? Time(double? seconds) => seconds is { } set ? TimeSpan.FromSeconds(set) : null;
}
