using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Texts;

namespace EdgeCctv.Web.Components.Connect;

/// <summary>Words of the camera page, in the reader's language.</summary>
internal static class ConnectWords
{
    /// <summary>"1.5 s".</summary>
    public static string Seconds(TimeSpan time) => Seconds(time.TotalSeconds, places: 1);

    /// <summary>The same of a number, as exactly as an operator may set it.</summary>
    public static string Seconds(double seconds, int places = 2) => Told.With(UnitTexts.Seconds, Told.Short(seconds, places));

    /// <summary>As a newcomer knows it: the demo camera by what it is, any other by its address.</summary>
    public static string Name(CameraSource camera) => camera.Kind == CameraSourceKind.Demo ? ConnectTexts.DemoCamera : camera.Display;

    /// <summary>The same at the beginning of a sentence; an address is written as it is.</summary>
    public static string NameFirst(CameraSource camera) =>
        camera.Kind == CameraSourceKind.Demo ? Told.Capital(Name(camera)) : Name(camera);

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
