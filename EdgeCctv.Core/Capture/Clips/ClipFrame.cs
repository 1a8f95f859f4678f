namespace EdgeCctv.Core.Capture.Clips;

/// <summary>One frame of a clip.</summary>
/// <param name="Number">Its place in the clip, from 1. Frames that cannot be decoded have theirs too: it is left out.</param>
/// <param name="Picture">The scaled picture.</param>
public readonly record struct ClipFrame<TPicture>(int Number, TPicture Picture);
