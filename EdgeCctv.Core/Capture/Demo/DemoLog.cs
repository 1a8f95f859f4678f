using Microsoft.Extensions.Logging;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>Event ids 200 to 219.</summary>
internal static partial class DemoLog
{
    [LoggerMessage(200, LogLevel.Information, "Demo camera: seed {Seed} (demo:?seed={Seed} shows the same again); unusual in the first ten minutes: {Events}")]
    public static partial void Opened(ILogger logger, int seed, string events);
}
