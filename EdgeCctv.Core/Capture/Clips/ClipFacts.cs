namespace EdgeCctv.Core.Capture.Clips;

/// <summary>What is known of a clip once its first frame has been read.</summary>
/// <param name="Width">Of its frames in pixels, before they are scaled.</param>
/// <param name="Height">Of its frames in pixels, before they are scaled.</param>
/// <param name="FramesPerSecond">As it states; null where it states none, as a folder of pictures.</param>
/// <param name="Frames">How many frames it says it has, for a progress bar; null where that is not known beforehand.</param>
public sealed record ClipFacts(int Width, int Height, double? FramesPerSecond, int? Frames);
