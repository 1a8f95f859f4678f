namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>GStreamer's error domains and codes (gsterror.h), mapped once to our faults.</summary>
internal static class GStreamerFaults
{
    /// <param name="domain">Name of the error domain.</param>
    /// <param name="code">Code within the domain.</param>
    /// <param name="text">Message and debug text together: some elements tell the reason only there.</param>
    public static CameraFault Map(string domain, int code, string text) => (domain, code) switch
    {
        ("gst-resource-error-quark", 3) => CameraFault.NotFound,
        ("gst-resource-error-quark", 4) => CameraFault.Busy,
        ("gst-resource-error-quark", 5 or 6 or 7) => OpenFailure(text),
        ("gst-resource-error-quark", 9) => CameraFault.NoData,
        ("gst-resource-error-quark", 15) => CameraFault.Unauthorized,
        ("gst-resource-error-quark", _) when Has(text, "Unauthorized") || Has(text, "(401)") => CameraFault.Unauthorized,
        ("gst-stream-error-quark", 3 or 6) => CameraFault.DecoderMissing,
        ("gst-stream-error-quark", 4 or 5 or 7) => CameraFault.Damaged,
        ("gst-core-error-quark", 12) => CameraFault.DecoderMissing,
        ("gst_parse_error", 1) => CameraFault.DecoderMissing,
        ("gst_parse_error", _) => CameraFault.BadSource,
        _ => CameraFault.Failed,
    };

    /// <summary>What to tell: GStreamer's words, or better ones where its own help nobody.</summary>
    public static string Words(string message, string debug) => debug switch
    {
        _ when Has(debug, "UDP packets") => "No pictures come over UDP: a firewall in between may keep them out. Over TCP they may pass.",
        _ => message,
    };

    private static CameraFault OpenFailure(string text) => text switch
    {
        _ when Has(text, "Unauthorized") || Has(text, "(401)") => CameraFault.Unauthorized,
        _ when Has(text, "Not Found") || Has(text, "(404)") || Has(text, "No such file") => CameraFault.NotFound,
        _ when Has(text, "resolv") => CameraFault.NameNotResolved,
        _ when Has(text, "timed out") || Has(text, "Timeout") => CameraFault.TimedOut,
        _ => CameraFault.Refused,
    };

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
