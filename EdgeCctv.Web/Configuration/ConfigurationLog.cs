using EdgeCctv.Core.Camera;

namespace EdgeCctv.Web.Configuration;

/// <summary>Event ids 380 to 389.</summary>
internal static partial class ConfigurationLog
{
    [LoggerMessage(380, LogLevel.Error, "{File} cannot be read and is not used: {Reason}")]
    public static partial void SettingsDamaged(ILogger logger, string file, string reason);

    [LoggerMessage(381, LogLevel.Warning, "{File}, {Camera}: {Refusal}. The configured value is used.")]
    public static partial void ChoiceRefused(ILogger logger, string file, string camera, string refusal);

    [LoggerMessage(382, LogLevel.Information, "An operator at the console has set {Camera}: JPEG quality {Quality}, first picture within {StartTimeout} s, lost after {StallTime} s, tried again {Reconnect}")]
    public static partial void TuningChanged(ILogger logger, string camera, int quality, double startTimeout, double stallTime, ReconnectPolicy reconnect);
}
