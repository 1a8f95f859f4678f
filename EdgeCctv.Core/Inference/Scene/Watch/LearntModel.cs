namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>A model and where it lies. Immutable.</summary>
internal sealed record LearntModel(SceneModelEntry Entry, SceneModel Model)
{
    /// <summary>Whether both score alike: one that was only renamed need not be opened anew.</summary>
    public bool IsSameAs(LearntModel? other) =>
        other is not null && Entry.Info with { Name = "" } == other.Entry.Info with { Name = "" } && Entry.Geometry == other.Entry.Geometry;
}
