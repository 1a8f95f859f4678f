namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>What is built for a source: the pipeline's text, what is set afterwards, and what to expect of it.</summary>
/// <param name="Description">Pipeline text; holds nothing that a user gave, but for <c>gst:</c>.</param>
internal sealed record GStreamerPlan(string Description)
{
    /// <summary>Properties of the element named <see cref="GStreamerDescriptions.SourceName"/>.</summary>
    public IReadOnlyList<(string Property, string Value)> Properties { get; init; } = [];

    /// <summary>The RTSP address that is opened, where it is one.</summary>
    public string? RtspLocation { get; init; }

    /// <summary>The path of the device that is opened, where it is one with a path.</summary>
    public string? DevicePath { get; init; }

    /// <summary>Whether the camera's own JPEGs are passed through, whose structure nobody else has looked at.</summary>
    public bool PassesJpeg { get; init; }

    /// <summary>What is known before anything comes.</summary>
    public StreamFacts Facts { get; init; } = StreamFacts.Unknown;
}
