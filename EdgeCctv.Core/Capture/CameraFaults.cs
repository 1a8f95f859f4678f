namespace EdgeCctv.Core.Capture;

/// <summary>What to say and do about each <see cref="CameraFault"/>.</summary>
public static class CameraFaults
{
    /// <summary>What happened, in a few words for the screen.</summary>
    public static string Words(this CameraFault fault) => fault switch
    {
        CameraFault.None => "",
        CameraFault.Refused => "camera refused the connection",
        CameraFault.Unauthorized => "camera wants another user name or password",
        CameraFault.NotFound => "source not found",
        CameraFault.NameNotResolved => "camera name cannot be resolved",
        CameraFault.TimedOut => "no picture within the start time-out",
        CameraFault.NoData => "camera silent",
        CameraFault.Delayed => "pictures arrive too late",
        CameraFault.EndOfStream => "stream ended",
        CameraFault.DecoderMissing => "decoder missing",
        CameraFault.Damaged => "picture damaged",
        CameraFault.Busy => "camera busy",
        CameraFault.LockUnavailable => "camera lock not to be had",
        CameraFault.DeviceGone => "camera unplugged",
        CameraFault.Moved => "camera redirects to another address",
        CameraFault.NotAllowed => "address not allowed",
        CameraFault.BackendMissing => "capture library missing",
        CameraFault.BadSource => "source cannot be opened as written",
        CameraFault.Failed => "capture failed",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Unknown camera fault."),
    };

    /// <summary>What a person can do about it, one sentence.</summary>
    public static string Remedy(this CameraFault fault) => fault switch
    {
        CameraFault.None => "",
        CameraFault.Refused => "Check that the camera is on, and its address and port.",
        CameraFault.Unauthorized => "Check user name and password of the camera.",
        CameraFault.NotFound => "Check the path or address for spelling.",
        CameraFault.NameNotResolved => "Check the host name and this machine's DNS.",
        CameraFault.TimedOut => "Check that the camera is on and reachable from this machine.",
        CameraFault.NoData => "Check the camera's power and cable.",
        CameraFault.Delayed => "Check the network between camera and this machine, or lower the camera's bit rate.",
        CameraFault.EndOfStream => "A file played once is over: nothing to do. A camera that ends its stream may be restarting: it is opened again by itself.",
        CameraFault.DecoderMissing => "Install the decoder, or set the camera to H.264 or MJPEG.",
        CameraFault.Damaged => "Check the network for loss, or lower the camera's bit rate.",
        CameraFault.Busy => "Close the other program that uses the camera.",
        CameraFault.LockUnavailable => "Make the folder that the log names writable for all users.",
        CameraFault.DeviceGone => "Plug the camera in again; it is opened by itself.",
        CameraFault.Moved => "If you trust that address, enter it as the camera's own.",
        CameraFault.NotAllowed => "List the host in EdgeCctv:Camera:AllowedHosts, or set the source in the configuration.",
        CameraFault.BackendMissing => "Install GStreamer 1.22 or newer with its base, good, bad, ugly and libav plug-ins.",
        CameraFault.BadSource => "Correct EdgeCctv:Camera:Source.",
        CameraFault.Failed => "See the log for the words of the capture library.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Unknown camera fault."),
    };

    /// <summary>True where quick retries cannot help, or could lock an account, and a person is probably needed.</summary>
    public static bool NeedsPerson(this CameraFault fault) => fault
        is CameraFault.Unauthorized or CameraFault.NotFound or CameraFault.DecoderMissing
        or CameraFault.BackendMissing or CameraFault.BadSource or CameraFault.Busy or CameraFault.LockUnavailable or CameraFault.Moved or CameraFault.NotAllowed;
}
