using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Inference.Scene;

/// <summary>A <see cref="PairScorer"/> that is given one picture of a stream after the other.</summary>
internal sealed class PictureScorer(SceneModel model)
{
    private readonly PairScorer _scorer = new(model);
    private readonly ScenePair _pair = new(model.Geometry);
    private GreyPicture? _last;

    public CellMask Mask
    {
        init => _scorer.Mask = value;
    }

    public SceneStep Step => _pair.Step;

    public SceneScore Result => _scorer.Result;

    /// <summary>The score; null when it has none: see <see cref="Step"/>.</summary>
    public float? Score(GreyPicture picture)
    {
        _pair.Compute(_last, picture);
        _last = picture;
        _scorer.Score(_pair);
        return Step == SceneStep.Compared ? Result.Score : null;
    }
}
