namespace EdgeCctv.Core.Capture;

/// <summary>A capture backend that can say of itself what it opens and whether it can. Thread-safe.</summary>
public interface IBackendFacts
{
    /// <summary>Never throws. The first question may load a native library, which may take a second.</summary>
    BackendFacts Describe();
}

/// <summary>What a capture backend says of itself; for people, without secrets.</summary>
/// <param name="Name">Of the backend, such as <c>GStreamer</c>.</param>
/// <param name="Opens">The sources that it opens, such as <c>rtsp:, usb:, file:</c>.</param>
/// <param name="Version">Of the library, such as <c>1.22.0</c>; for what is part of the program, that it is; null when it is missing.</param>
/// <param name="Missing">Why it cannot be used, one sentence; null when it can.</param>
public sealed record BackendFacts(string Name, string Opens, string? Version, string? Missing)
{
    /// <summary>Why it is this one that is used, one sentence; null where there is nothing to choose.</summary>
    public string? Reason { get; init; }

    internal static BackendFacts BuiltIn(string name, string opens) => new(name, opens, "built in", null);
}
