namespace EdgeCctv.Core.Inference.Scene;

/// <summary>What one pair of pictures after the other adds up to. One thread at a time; allocates nothing per pair.</summary>
internal sealed class SceneStream
{
    private readonly CellHistory _history;
    private readonly SceneBackground _background;

    /// <param name="geometry">Size of the pictures.</param>
    /// <param name="framesPerSecond">At which they come.</param>
    public SceneStream(SceneGeometry geometry, double framesPerSecond)
    {
        _history = new CellHistory(geometry);
        _background = new SceneBackground(geometry, framesPerSecond);
    }

    /// <summary>The mean over the last pairs; valid after <see cref="SceneStep.Compared"/> until the next pair.</summary>
    public CellMaps Mean => _history.Mean;

    /// <summary>Whether the mean goes over as many pairs as it should.</summary>
    public bool IsSteady => _history.IsFull;

    /// <summary>Where something is that does not belong to the empty scene, per small cell; empty where that cannot be told.</summary>
    public ReadOnlySpan<float> Presence => _background.Presence;

    /// <summary>Takes up the next pair of the stream.</summary>
    public void Advance(ScenePair pair)
    {
        switch (pair.Step)
        {
            case SceneStep.First:
                Cut();
                break;
            case SceneStep.WholeSceneChange:
                Reset();
                break;
            case SceneStep.Compared:
                _background.Advance(pair.Picture);
                _history.Push(pair.Cells);
                break;
            case SceneStep.Repeated:
                break;
        }
    }

    /// <summary>What follows does not follow at once: pictures are missing between.</summary>
    public void Cut() => _history.Clear();

    /// <summary>What follows has nothing to do with what was before.</summary>
    public void Reset()
    {
        Cut();
        _background.Forget();
    }
}
