namespace EdgeCctv.Core.Capture.GStreamer;

// The values are part of GStreamer 1.x's ABI.
internal enum GstState
{
    Null = 1,
    Playing = 4,
}

internal enum GstStateChange
{
    Failure = 0,
    Success = 1,
    Async = 2,
    NoPreroll = 3,
}

internal enum GstFormat
{
    Time = 3,
}

[Flags]
internal enum GstSeek
{
    Flush = 1,
    KeyUnit = 4,
}

[Flags]
internal enum GstMessageType
{
    Error = 2,
    Tag = 16,
    Element = 32768,
}
