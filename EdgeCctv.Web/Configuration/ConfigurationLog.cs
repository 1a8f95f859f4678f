namespace EdgeCctv.Web.Configuration;

/// <summary>Event ids 380 to 389.</summary>
internal static partial class ConfigurationLog
{
    [LoggerMessage(380, LogLevel.Error, "{File} cannot be read and is not used: {Reason}")]
    public static partial void SettingsDamaged(ILogger logger, string file, string reason);
}
