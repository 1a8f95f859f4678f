using EdgeCctv.Core.Camera;

namespace EdgeCctv.Web.Configuration;

/// <summary>What the settings of a camera may be, whether the configuration or an operator sets them.</summary>
internal static class TuningBounds
{
    public static readonly Bounds<int> JpegQuality = new(10, 100);

    public static readonly Bounds<TimeSpan> StartTimeout = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8));

    public static readonly Bounds<TimeSpan> StallTime = new(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(15));

    /// <summary>As much of <paramref name="choices"/> as is allowed, and a line for each thing that is not: what it is, and what is allowed.</summary>
    public static (TuningChoices Sound, IReadOnlyList<string> Refusals) Check(TuningChoices choices)
    {
        List<string> refusals = [];
        var sound = choices with
        {
            JpegQuality = Judge("jpeg_quality", choices.JpegQuality, JpegQuality),
            StartTimeout = Judge("start_timeout", choices.StartTimeout, StartTimeout),
            StallTime = Judge("stall_time", choices.StallTime, StallTime),
            Reconnect = JudgeReconnect(choices.Reconnect),
        };
        return (sound, refusals);

        // A number may stand there instead of a word.
        ReconnectPolicy? JudgeReconnect(ReconnectPolicy? value)
        {
            if (value is not { } set || Enum.IsDefined(set))
            {
                return value;
            }

            refusals.Add($"reconnect is {set}; allowed: {string.Join(" or ", Enum.GetNames<ReconnectPolicy>()).ToLowerInvariant()}");
            return null;
        }

        T? Judge<T>(string name, T? value, Bounds<T> bounds)
            where T : struct, IComparable<T>
        {
            if (value is not { } set || bounds.Hold(set))
            {
                return value;
            }

            refusals.Add($"{name} is {set}; allowed: from {bounds.Least} to {bounds.Most}");
            return null;
        }
    }
}
