namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>A model of a camera's scene as it lies in the store. Immutable.</summary>
/// <param name="Name">Its name there; that of the file.</param>
/// <param name="Info">Where it comes from.</param>
/// <param name="Geometry">The size that it is for.</param>
/// <param name="Bytes">Size of the file; 0 when it could not be saved and lives in memory only.</param>
/// <param name="CanUndo">Whether the one that it took the place of is kept.</param>
public sealed record SceneModelEntry(string Name, SceneModelInfo Info, SceneGeometry Geometry, long Bytes, bool CanUndo);
