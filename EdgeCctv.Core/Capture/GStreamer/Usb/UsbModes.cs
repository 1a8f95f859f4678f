using System.Globalization;
using System.Text.RegularExpressions;

namespace EdgeCctv.Core.Capture.GStreamer.Usb;

/// <summary>Reads the modes that a camera offers, and chooses one. Pure.</summary>
internal static partial class UsbModes
{
    private const int BestWidth = 1280;
    private const int BestHeight = 720;
    private const int MostWidth = 1920;
    private const int MostHeight = 1080;
    private const double BestRate = 30;

    /// <summary>Every mode of fixed size in GStreamer's text of a device's abilities; what says nothing of size and rate is left out.</summary>
    /// <param name="caps">Such as <c>image/jpeg, width=(int)1280, height=(int)720, framerate=(fraction){ 30/1, 15/1 }; video/x-raw, format=(string)YUY2, …</c></param>
    public static IReadOnlyList<UsbMode> Parse(string caps) =>
    [
        .. from one in caps.Split(';', StringSplitOptions.TrimEntries)
           let isJpeg = one.StartsWith("image/jpeg", StringComparison.Ordinal)
           where isJpeg || one.StartsWith("video/x-raw,", StringComparison.Ordinal)
           let width = Number(Width().Match(one))
           let height = Number(Height().Match(one))
           where width > 0 && height > 0
           from rate in Rates(one)
           select new UsbMode(isJpeg, width, height, rate),
    ];

    /// <summary>
    /// JPEG before raw; then nearest to 1280×720 and not above 1920×1080; then nearest to 30 a second and not above. What is above is
    /// only taken when there is nothing else. Null when there is nothing at all.
    /// </summary>
    public static UsbMode? Choose(IReadOnlyList<UsbMode> modes) => modes.Count == 0
        ? null
        : modes.OrderByDescending(mode => mode.IsJpeg)
            .ThenBy(mode => mode.Width > MostWidth || mode.Height > MostHeight)
            .ThenBy(mode => Math.Abs(((long)mode.Width * mode.Height) - (BestWidth * BestHeight)))
            .ThenBy(mode => mode.PerSecond > BestRate)
            .ThenBy(mode => Math.Abs(mode.PerSecond - BestRate))
            .First();

    private static int Number(Match match) => match.Success ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;

    // framerate=(fraction)30/1, framerate=(fraction){ 30/1, 15/2 }, framerate=(fraction)[ 0/1, 30/1 ]
    private static IEnumerable<(int Pictures, int Seconds)> Rates(string structure) =>
        from match in Fraction().Matches(FrameRate().Match(structure).Value)
        let rate = (int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture))
        where rate is { Item1: > 0, Item2: > 0 }
        select rate;

    [GeneratedRegex(@"\bwidth=(?:\(int\))?(\d{1,6})\b")]
    private static partial Regex Width();

    [GeneratedRegex(@"\bheight=(?:\(int\))?(\d{1,6})\b")]
    private static partial Regex Height();

    [GeneratedRegex(@"\bframerate=(?:\(fraction\))?(?:\{[^}]*\}|\[[^\]]*\]|\d+/\d+)")]
    private static partial Regex FrameRate();

    [GeneratedRegex(@"(\d{1,9})/(\d{1,9})")]
    private static partial Regex Fraction();
}
