namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>The files of a model that was deleted, for as long as somebody may want it back. Immutable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its file.</param>
/// <param name="Previous">That of the model from before; null for none.</param>
public sealed record DeletedSceneModel(string Name, byte[] Content, byte[]? Previous);
