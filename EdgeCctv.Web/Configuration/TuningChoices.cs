using EdgeCctv.Core.Camera;

namespace EdgeCctv.Web.Configuration;

/// <summary>What operators have set for one camera in place of the configuration; null for what the configuration says. Immutable.</summary>
public sealed record TuningChoices
{
    public static TuningChoices None { get; } = new();

    public int? JpegQuality { get; init; }

    /// <summary>From opening to the first picture.</summary>
    public TimeSpan? StartTimeout { get; init; }

    /// <summary>Without a picture for this long the camera is opened anew.</summary>
    public TimeSpan? StallTime { get; init; }

    public ReconnectPolicy? Reconnect { get; init; }

    /// <summary>The settings that follow, where the configuration says <paramref name="configured"/>.</summary>
    public CameraTuning Over(CameraTuning configured) => new(
        configured.Limits with
        {
            StartTimeout = StartTimeout ?? configured.Limits.StartTimeout,
            StallTime = StallTime ?? configured.Limits.StallTime,
            Reconnect = Reconnect ?? configured.Limits.Reconnect,
        },
        JpegQuality ?? configured.JpegQuality);

    /// <summary>Without what is as <paramref name="configured"/>: that goes with the configuration.</summary>
    public TuningChoices Beyond(CameraTuning configured) => new()
    {
        JpegQuality = JpegQuality == configured.JpegQuality ? null : JpegQuality,
        StartTimeout = StartTimeout == configured.Limits.StartTimeout ? null : StartTimeout,
        StallTime = StallTime == configured.Limits.StallTime ? null : StallTime,
        Reconnect = Reconnect == configured.Limits.Reconnect ? null : Reconnect,
    };
}
