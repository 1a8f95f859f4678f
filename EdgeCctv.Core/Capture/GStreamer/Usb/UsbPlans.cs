using System.Globalization;

namespace EdgeCctv.Core.Capture.GStreamer.Usb;

/// <summary>How a camera at this machine is opened: its own JPEGs pass untouched where it makes any.</summary>
internal static class UsbPlans
{
    // The one is of Windows' older interface, the other of its newer: installations have the one, or the other, or both.
    private static readonly string[] Factories = ["ksvideosrc", "mfvideosrc"];

    /// <exception cref="CaptureException">There is no such camera, or no way to open one.</exception>
    public static GStreamerPlan Of(CameraSource source, CaptureSettings settings)
    {
        var cameras = LocalCameras.List();
        return OperatingSystem.IsWindows()
            ? OnWindows(source.Address, cameras, settings)
            : OnLinux(source.Address, cameras, settings);
    }

    /// <param name="head">Pipeline text of the element that gives the camera's pictures.</param>
    /// <param name="mode">What is asked of it; null leaves it to GStreamer.</param>
    /// <param name="settings">How the pictures are made.</param>
    public static string Description(string head, UsbMode? mode, CaptureSettings settings) => mode switch
    {
        { IsJpeg: true } jpeg => $"{head} ! image/jpeg,{Format(jpeg)} ! {GStreamerDescriptions.PassedThrough}",
        { } raw => $"{head} ! video/x-raw,{Format(raw)} ! {GStreamerDescriptions.Encoded(settings, isPaced: true)}",
        null => $"{head} ! decodebin ! {GStreamerDescriptions.Encoded(settings, isPaced: true)}",
    };

    /// <summary>What to say where <paramref name="device"/> is not: the cameras that are.</summary>
    public static CaptureException NotFound(string device, IReadOnlyList<LocalCamera> cameras) => new(
        CameraFault.NotFound,
        cameras.Count == 0
            ? $"There is no camera {device}, and no other one is plugged in."
            : $"There is no camera {device}; there is {string.Join(", ", cameras.Select(one => $"{one.Path} ({one.Name})"))}.");

    /// <summary>The plan for a camera of Linux.</summary>
    internal static GStreamerPlan OnLinux(string address, IReadOnlyList<LocalCamera> cameras, CaptureSettings settings)
    {
        var path = UsbCamera.DevicePath(address);
        if (!File.Exists(path))
        {
            throw NotFound(path, cameras);
        }

        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        return Plan("v4l2src name=source", cameras.FirstOrDefault(one => one.Path == target), settings) with
        {
            Properties = [("device", path)],
            DevicePath = path,
        };
    }

    private static GStreamerPlan OnWindows(string address, IReadOnlyList<LocalCamera> cameras, CaptureSettings settings)
    {
        if (!int.TryParse(address, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >= cameras.Count)
        {
            throw NotFound(address, cameras);
        }

        var factory = Factories.FirstOrDefault(Exists)
            ?? throw new CaptureException(CameraFault.BackendMissing, $"GStreamer has none of {string.Join(", ", Factories)}.");
        return Plan($"{factory} name=source", cameras[number], settings) with
        {
            Properties = [("device-index", address)],
        };
    }

    private static GStreamerPlan Plan(string head, LocalCamera? camera, CaptureSettings settings)
    {
        var mode = camera is null ? null : UsbModes.Choose(UsbModes.Parse(camera.Abilities));
        return new GStreamerPlan(Description(head, mode, settings))
        {
            PassesJpeg = mode is { IsJpeg: true },
            Facts = new StreamFacts
            {
                Device = camera?.Name,
                Transport = "USB",
                Codec = mode switch { null => null, { IsJpeg: true } => "JPEG, passed through", _ => "raw" },
            },
        };
    }

    private static bool Exists(string factory)
    {
        using var found = Native.gst_element_factory_find(factory);
        return !found.IsInvalid;
    }

    private static string Format(UsbMode mode) => string.Create(
        CultureInfo.InvariantCulture, $"width={mode.Width},height={mode.Height},framerate={mode.Rate.Pictures}/{mode.Rate.Seconds}");
}
