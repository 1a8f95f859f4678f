using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Scene.Watch;
using EdgeCctv.Core.Inference.Sessions;
using EdgeCctv.Web.Drill;
using EdgeCctv.Web.Hosting;

namespace EdgeCctv.Web.Configuration;

/// <summary>Builds the settings from the configuration, every key with its default, its bounds and its meaning.</summary>
internal static class SettingsLoader
{
    /// <summary>Every key there is, in the order of the reference.</summary>
    public static IReadOnlyList<SettingKey> Keys
    {
        get
        {
            var reader = new SettingsReader(new ConfigurationManager());
            Read(reader);
            return reader.Keys;
        }
    }

    /// <summary>The settings, and the mistakes that must stop the start; with mistakes the settings are not to be used.</summary>
    public static (EdgeCctvSettings Settings, IReadOnlyList<string> Mistakes) Load(IConfigurationRoot configuration)
    {
        var reader = new SettingsReader(configuration);
        var settings = Read(reader);
        reader.RejectUnknownKeys();
        var mistakes = settings.AllowRemoteWithoutLogin ? reader.Mistakes : [.. reader.Mistakes, .. BindingGuard.Mistakes(configuration)];
        return (settings, mistakes);
    }

    /// <summary>What the commands need of it, whose own options say the rest; the mistakes must stop them.</summary>
    public static (LibraryWish Backend, IReadOnlyList<string> Mistakes) LoadBackend(IConfigurationRoot configuration)
    {
        var reader = new SettingsReader(configuration);
        return (Backend(reader), reader.Mistakes);
    }

    private static EdgeCctvSettings Read(SettingsReader reader) => new(
        Source(reader),
        reader.Flag("Camera:AutoStart", true, "Whether the camera starts with the program."),
        Camera(reader),
        Capture(reader),
        Live(reader),
        reader.Number("Statistics:ResetEveryFrames", 0, 0, int.MaxValue, "Begin the statistics anew every so many frames; 0 for never."),
        reader.Flag("Network:AllowRemoteWithoutLogin", false, "Let an address other than loopback be bound, though there is no log-in yet; then also set `AllowedHosts`, beside the section, to the names used."))
    {
        FileFolders = reader.List(
            "Camera:FileFolders", Path.IsPathFullyQualified, "full paths of folders", "Folders whose clips may be opened with `POST /start`; links are followed before a file is judged."),
        Backend = Backend(reader),
        Kiosk = Kiosk(reader),
        Inference = new InferenceSettings(
            reader.Choice("Analysis:Device", InferenceSettings.Default.Device, "What runs the models. `auto` is DirectML where there is one, else the processor; `/status` says which, and why."),
            reader.Number("Analysis:Threads", InferenceSettings.Default.Threads, 1, InferenceSettings.MostThreads, "Processor threads for one run of one model. What is left belongs to the picture.")),
        Detector = DetectorKeys.Read(reader),
        Drill = new DrillSettings(reader.Flag(
            "Drill:Enabled", true, "Whether an operator may rehearse a fault of the camera: its pictures are disturbed on purpose for some seconds, marked as a drill on every screen.")),
        Data = Data(reader),
        Scene = Scene(reader),
    };

    private static SceneSettings Scene(SettingsReader reader) => new(
        reader.Flag("Analysis:Scene:Enabled", true, "Whether the scene is watched: what is normal there is learnt, and what is not is alarmed."),
        reader.Flag("Analysis:Scene:LearnByItself", true, "Whether learning begins by itself when there is no model that suits the camera, or after the whole picture has changed for long."),
        reader.Duration(
            "Analysis:Scene:LearnFor", SceneSettings.Default.LearnFor, SceneSettings.ShortestLearning, SceneSettings.LongestLearning, "How long it then learns at least; it goes on until enough was seen. The demo learns for 45 s."),
        reader.Rate("Analysis:Scene:PerSecond", SceneSettings.Default.MostPerSecond, 1, 30, "The most frames that the scene analysis looks at in a second, in so far as there are as many pictures for analysis. A model is valid for the rate that it was learnt at."));

    private static DataFolder Data(SettingsReader reader)
    {
        const string Key = "DataFolder";
        const string Allowed = "the full path of a folder";
        var path = reader.Text(Key, "", Allowed, "Where operators' choices and learnt models are kept; empty for the system's folder for application data.");
        return path.Length == 0 ? DataFolder.Default
            : Path.IsPathFullyQualified(path) ? new DataFolder(path)
            : reader.Reject(Key, path, Allowed, DataFolder.Default);
    }

    private static CameraSettings Camera(SettingsReader reader) => new(
        reader.Duration(
            "Camera:StartTimeout", CameraSettings.Default.StartTimeout, TuningBounds.StartTimeout.Least, TuningBounds.StartTimeout.Most, "From opening to the first picture."),
        reader.Duration(
            "Camera:StallTime", CameraSettings.Default.StallTime, TuningBounds.StallTime.Least, TuningBounds.StallTime.Most, "Without a picture for this long the camera is opened anew; for slow cameras three of their own intervals if larger."))
    {
        Reconnect = reader.Choice("Camera:Reconnect", CameraSettings.Default.Reconnect, "How often a camera that gives no picture is tried again: `usual` ever more rarely, down to once a minute; `eager` never more than 5 s apart; `sparing` once a minute from the sixth attempt on. None gives up."),
    };

    private static CaptureSettings Capture(SettingsReader reader) => new(
        reader.Number("Camera:JpegQuality", CaptureSettings.Default.JpegQuality, TuningBounds.JpegQuality.Least, TuningBounds.JpegQuality.Most, "Quality of the pictures that are encoded here; a camera's own JPEGs are passed on untouched."),
        reader.Number("Analysis:PictureSize", CaptureSettings.Default.GreyLongSide, 64, 640, "Longer side of the picture for analysis in pixels, taken down to an even number; the other side follows from the camera's shape, and no picture is enlarged. A scene model fits one size only.") & ~1)
    {
        GreyRate = reader.Rate("Analysis:PicturesPerSecond", CaptureSettings.Default.GreyRate, 0.1, 30, "The most pictures for analysis in a second."),
        RtspTransport = reader.Choice("Camera:RtspTransport", CaptureSettings.Default.RtspTransport, "How RTSP pictures travel. `tcp` loses none; with `udp` a lost packet damages a picture, but never delays the next."),
        Addresses = new AddressPolicy(reader.List(
            "Camera:AllowedHosts", IsHost, "host names and addresses", "Hosts that `POST /start` may name though they are this machine or on its link.")),
    };

    private static LibraryWish Backend(SettingsReader reader)
    {
        const string Key = "Camera:Backend";
        var wish = reader.Choice(Key, LibraryWish.Auto, "The native library that opens RTSP cameras, cameras at this machine and files, and works on JPEGs. `auto` is GStreamer where it is installed, else OpenCV; `opencv` is there in the package set `nuget` only. The page System says which, and why.");
        return wish == LibraryWish.OpenCv && !NativeLibraries.HasOpenCv
            ? reader.Reject(Key, "opencv", "auto or gstreamer, since this program was built without OpenCV", LibraryWish.Auto)
            : wish;
    }

    private static Freshness Live(SettingsReader reader) => new(
        reader.Duration(
            "Live:FreshnessLimit", Freshness.DefaultLimit, TimeSpan.FromSeconds(0.5), Freshness.MaximumLimit, "An older picture is not live; for slow cameras three of their own intervals if larger, at most 15 s."),
        reader.Duration(
            "Live:FrozenAfter", Freshness.DefaultFrozenAfter, TimeSpan.Zero, TimeSpan.FromMinutes(10), "A camera that sends one and the same picture for this long is frozen, and not live; 0 for sources that are still by nature."));

    private static KioskSettings Kiosk(SettingsReader reader) => new(
        reader.Flag("Kiosk:StartCamera", KioskSettings.Default.StartCamera, "Whether opening `/kiosk` starts a camera that is off. One that an operator stopped stays off."),
        reader.Flag("Kiosk:Sound", KioskSettings.Default.Sound, "Whether `/kiosk` sounds two falling tones when the picture is lost, and two rising ones when it is back."),
        reader.Line("Kiosk:Title", KioskSettings.Default.Title, KioskSettings.LongestTitle, "A name for the screen, shown beside the clock of `/kiosk`."));

    private static CameraSource Source(SettingsReader reader)
    {
        const string Key = "Camera:Source";
        var text = reader.Text(Key, CameraSource.Demo.Display, "demo:, rtsp://…, http://…, usb:0, file:…, gst:…", "What Deploy opens. What is named here is trusted.");
        if (CameraSource.TryParse(text, out var source, out var error))
        {
            return source;
        }

        // The parser's sentence shows the value without its secrets; the value itself may hold a password.
        return reader.Reject(Key, null, error, CameraSource.Demo);
    }

    private static bool IsHost(string text) => Uri.CheckHostName(text) is not (UriHostNameType.Unknown or UriHostNameType.Basic);
}
