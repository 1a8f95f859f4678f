using EdgeCctv.Core.Capture.Drill;

namespace EdgeCctv.Web.Drill;

/// <summary>
/// Event ids 360 to 369. Whatever the camera and the screens say between <see cref="Begun"/> and <see cref="Ended"/> was brought about
/// on purpose.
/// </summary>
internal static partial class DrillLog
{
    [LoggerMessage(360, LogLevel.Warning, "DRILL begun by {By}: {Kind} of {Source} for {Seconds:0.0} s. Until the drill's end, what is said of the camera is brought about on purpose")]
    public static partial void Begun(ILogger logger, string by, DrillKind kind, string source, double seconds);

    [LoggerMessage(361, LogLevel.Information, "DRILL over after {Seconds:0.0} s: {Source} is as it was; the screens are awaited")]
    public static partial void Over(ILogger logger, double seconds, string source);

    [LoggerMessage(362, LogLevel.Information, "DRILL: screen {Number} ({Kind}, {Address}) {Verdict}: veil after {Veil} s of {Limit:0.0} s allowed ({Word}), live again after {Recovery} s. {Remark}")]
    public static partial void Screen(
        ILogger logger, long number, string kind, string address, string verdict, string veil, double limit, string word, string recovery, string remark);

    [LoggerMessage(363, LogLevel.Warning, "DRILL ended: {Verdict}. {Remark}")]
    public static partial void Ended(ILogger logger, string verdict, string remark);

    [LoggerMessage(364, LogLevel.Information, "DRILL refused to {By}: {Reason}")]
    public static partial void Refused(ILogger logger, string by, string reason);

    [LoggerMessage(365, LogLevel.Error, "The drill broke; the source is as it was")]
    public static partial void Broke(ILogger logger, Exception failure);
}
