namespace EdgeCctv.Core.Capture;

/// <summary>Why there is no picture. Backends map their native codes to one of these, once; each has one remedy.</summary>
public enum CameraFault
{
    None,

    /// <summary>The address answers, but nothing listens there or it does not want us.</summary>
    Refused,

    /// <summary>User name or password missing or wrong.</summary>
    Unauthorized,

    /// <summary>The file, or the stream within the camera, does not exist.</summary>
    NotFound,

    /// <summary>The host name cannot be resolved.</summary>
    NameNotResolved,

    /// <summary>No first picture within the start time-out.</summary>
    TimedOut,

    /// <summary>Pictures stopped coming while the connection looks alive.</summary>
    NoData,

    /// <summary>Pictures come, but lastingly much later than at first: a connection that is too slow for them, or a clock that has jumped.</summary>
    Delayed,

    /// <summary>The camera or file ended the stream.</summary>
    EndOfStream,

    /// <summary>No decoder for what the camera sends is installed.</summary>
    DecoderMissing,

    /// <summary>What the camera sends cannot be decoded.</summary>
    Damaged,

    /// <summary>Somebody else has the camera open, or an earlier capture of ours has not let go of it.</summary>
    Busy,

    /// <summary>The machine-wide lock that keeps two programs from one camera cannot be had: its folder cannot be made or written.</summary>
    LockUnavailable,

    /// <summary>The device was there and is not any more: unplugged, or its driver gave up.</summary>
    DeviceGone,

    /// <summary>The camera sends us to another address, which is not followed.</summary>
    Moved,

    /// <summary>The address is one that may only be opened when the configuration says so.</summary>
    NotAllowed,

    /// <summary>The library that would open this kind of source is not installed.</summary>
    BackendMissing,

    /// <summary>The source cannot be opened as it is written.</summary>
    BadSource,

    /// <summary>Anything else; the detail has the words of the backend.</summary>
    Failed,
}
