namespace EdgeCctv.Web.Hosting;

/// <summary>Event ids 320 to 329.</summary>
internal static partial class RestartLog
{
    [LoggerMessage(320, LogLevel.Critical, "{Need}")]
    public static partial void Needed(ILogger logger, string need);
}
