namespace EdgeCctv.Core.Capture.GStreamer.Usb;

/// <summary>Says of a camera at this machine what GStreamer's words leave open: unplugged, held by whom, not permitted.</summary>
internal static class UsbFaults
{
    /// <param name="fault">What GStreamer reported.</param>
    /// <param name="plan">What was opened.</param>
    /// <param name="isRunning">Whether a picture came before.</param>
    public static CaptureException Explain(CaptureException fault, GStreamerPlan plan, bool isRunning) =>
        plan.DevicePath is { } path ? Explain(fault, path, isRunning, File.Exists(path), DeviceHolders.Of) : fault;

    /// <summary>The same, told whether the device is there and how to find who holds it.</summary>
    public static CaptureException Explain(CaptureException fault, string path, bool isRunning, bool exists, Func<string, string?> holder) => fault.Fault switch
    {
        CameraFault.BackendMissing or CameraFault.BadSource or CameraFault.DecoderMissing => fault,
        _ when !exists => Gone(path, fault),
        CameraFault.Busy => Busy(path, holder(path), fault),
        CameraFault.NoData when isRunning => Gone(path, fault),
        CameraFault.Refused or CameraFault.NotFound when holder(path) is { } other => Busy(path, other, fault),
        CameraFault.Refused => new CaptureException(CameraFault.Failed, $"{path} cannot be opened; may this user? On Linux the group is often 'video'. {fault.Message}", fault),
        _ => fault,
    };

    private static CaptureException Gone(string path, CaptureException fault) => new(CameraFault.DeviceGone, $"{path} was unplugged, or its driver gave up.", fault);

    private static CaptureException Busy(string path, string? holder, CaptureException fault) =>
        new(CameraFault.Busy, holder is null ? $"{path} is in use by another program." : $"{path} is in use by {holder}.", fault);
}
