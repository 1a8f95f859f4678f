namespace EdgeCctv.Core.Capture.GStreamer.Usb;

/// <summary>A camera that is plugged into this machine.</summary>
/// <param name="Name">What it calls itself.</param>
/// <param name="Path">The path of its device, where the system has such a thing; else its number.</param>
/// <param name="Abilities">GStreamer's text of what it can send.</param>
internal sealed record LocalCamera(string Name, string Path, string Abilities);
