using System.Globalization;

namespace EdgeCctv.Web.CommandLine;

/// <summary>
/// Which frames of a clip are analysed. Every one, as a rule; of a fast clip every second, third and so on, always the same step, since
/// movement is measured in pixels from one analysed frame to the next. Immutable.
/// </summary>
/// <param name="Step">Every so many frames, from the first one on.</param>
/// <param name="FramesPerSecond">Analysed frames in a second.</param>
internal readonly record struct AnalysisPace(int Step, double FramesPerSecond)
{
    /// <summary>No more than this is analysed in a second, unless asked for.</summary>
    public const double Most = 30;

    /// <summary>Taken for the rate of pictures in a folder, which tell none.</summary>
    public const double OfPictures = 10;

    /// <summary>Speeds that are off by more would be taken for unusual ones.</summary>
    private const double Tolerance = 0.1;

    /// <summary>Whether the frame of this number, from 1, is analysed.</summary>
    public bool Takes(int number) => (number - 1) % Step == 0;

    /// <param name="clipRate">As the clip states it; null where it states none.</param>
    /// <param name="asked">The rate asked for, if any.</param>
    /// <exception cref="CommandException">No step gives the rate asked for.</exception>
    public static AnalysisPace ForLearning(double? clipRate, double? asked) => (clipRate, asked) switch
    {
        (null, _) => new AnalysisPace(1, asked ?? OfPictures),
        ({ } rate, null) => Every((int)Math.Ceiling(rate / (Most * (1 + Tolerance))), rate),
        ({ } rate, { } wanted) => Near(rate, wanted)
            ?? throw CommandException.Usage(string.Create(
                CultureInfo.InvariantCulture, $"--fps is {wanted:0.###}, but the clip has {rate:0.###} frames per second; allowed: {rate:0.###}, {rate / 2:0.###}, {rate / 3:0.###} and so on.")),
    };

    /// <param name="clipRate">As the clip states it; null where it states none, and then is taken for the model's.</param>
    /// <param name="modelRate">That the model was learnt at.</param>
    /// <returns>Null when no step comes close enough to the model's rate.</returns>
    public static AnalysisPace? ForModel(double? clipRate, double modelRate) =>
        clipRate is { } rate ? Near(rate, modelRate) : new AnalysisPace(1, modelRate);

    private static AnalysisPace? Near(double rate, double wanted)
    {
        var pace = Every((int)Math.Round(rate / wanted), rate);
        return Math.Abs(pace.FramesPerSecond - wanted) <= Tolerance * wanted ? pace : null;
    }

    private static AnalysisPace Every(int step, double rate) => new(Math.Max(1, step), rate / Math.Max(1, step));
}
