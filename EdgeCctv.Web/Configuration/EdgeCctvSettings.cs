using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Detection;
using EdgeCctv.Core.Inference.Scene.Watch;
using EdgeCctv.Core.Inference.Sessions;
using EdgeCctv.Web.Drill;

namespace EdgeCctv.Web.Configuration;

/// <summary>The whole configuration section <c>EdgeCctv</c>, read and checked once at the start.</summary>
/// <param name="Source">Camera:Source, what Deploy opens.</param>
/// <param name="AutoStart">Camera:AutoStart, whether the camera starts with the process.</param>
/// <param name="Camera">Time limits of the camera.</param>
/// <param name="Capture">How pictures are made.</param>
/// <param name="Freshness">When a picture is too old to be live.</param>
/// <param name="ResetStatisticsEveryFrames">0 for never.</param>
/// <param name="AllowRemoteWithoutLogin">Whether an address other than loopback may be bound.</param>
public sealed record EdgeCctvSettings(
    CameraSource Source,
    bool AutoStart,
    CameraSettings Camera,
    CaptureSettings Capture,
    Freshness Freshness,
    long ResetStatisticsEveryFrames,
    bool AllowRemoteWithoutLogin)
{
    /// <summary>Camera:FileFolders, full paths: where clips may be that do not come from the configuration.</summary>
    public IReadOnlyList<string> FileFolders { get; init; } = [];

    /// <summary>Camera:Backend, which native library opens cameras.</summary>
    public LibraryWish Backend { get; init; }

    /// <summary>Kiosk:*, the page for an unattended screen.</summary>
    public KioskSettings Kiosk { get; init; } = KioskSettings.Default;

    /// <summary>Analysis:Device and Analysis:Threads, how models are run.</summary>
    public InferenceSettings Inference { get; init; } = InferenceSettings.Default;

    /// <summary>Analysis:Detector:*, the object detector; null for none.</summary>
    public DetectorOptions? Detector { get; init; }

    /// <summary>Whether drills are allowed.</summary>
    public DrillSettings Drill { get; init; } = new();

    /// <summary>DataFolder, where operators' choices and learnt models are kept.</summary>
    public DataFolder Data { get; init; } = DataFolder.Default;

    /// <summary>Analysis:Scene:*, how the scene is watched.</summary>
    public SceneSettings Scene { get; init; } = SceneSettings.Default;
}
