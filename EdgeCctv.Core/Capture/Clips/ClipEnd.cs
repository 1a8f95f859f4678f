using System.Globalization;

namespace EdgeCctv.Core.Capture.Clips;

/// <summary>Tells a clip that was cut from one that has ended: both end alike, and only the container's header still knows how long it was.</summary>
internal static class ClipEnd
{
    // What is less may be rounding, or sound that goes on for longer.
    private const double MostMissingShare = 0.05;
    private static readonly TimeSpan MostMissing = TimeSpan.FromSeconds(1);

    /// <param name="promised">How long the container says that it lasts; null where it does not.</param>
    /// <param name="reached">The time of the last frame that came out.</param>
    /// <returns>What is missing, one sentence; null when nothing is.</returns>
    public static string? Missing(TimeSpan? promised, TimeSpan? reached) => promised is { } whole && reached is { } last
        && whole - last > MostMissing && last < (1 - MostMissingShare) * whole
            ? string.Create(CultureInfo.InvariantCulture, $"it says that it lasts {whole.TotalSeconds:0.0} s, and ends at {last.TotalSeconds:0.0} s.")
            : null;
}
