using EdgeCctv.Core.Camera;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Texts;

namespace EdgeCctv.Web.Components.Connect;

/// <summary>Words of the camera page, in the reader's language.</summary>
internal static class ConnectWords
{
    /// <summary>"1.5 s".</summary>
    public static string Seconds(TimeSpan time) => Seconds(time.TotalSeconds, places: 1);

    /// <summary>The same of a number, as exactly as an operator may set it.</summary>
    public static string Seconds(double seconds, int places = 2) => Told.With(ConnectTexts.Seconds, Told.Short(seconds, places));

    public static string Name(ReconnectPolicy policy) => policy switch
    {
        ReconnectPolicy.Usual => ConnectTexts.ReconnectUsual,
        ReconnectPolicy.Eager => ConnectTexts.ReconnectEager,
        ReconnectPolicy.Sparing => ConnectTexts.ReconnectSparing,
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "Unknown policy."),
    };

    /// <summary>After which waits a camera is tried again.</summary>
    public static string How(ReconnectPolicy policy) => policy switch
    {
        ReconnectPolicy.Usual => ConnectTexts.ReconnectUsualHow,
        ReconnectPolicy.Eager => ConnectTexts.ReconnectEagerHow,
        ReconnectPolicy.Sparing => ConnectTexts.ReconnectSparingHow,
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "Unknown policy."),
    };
}
