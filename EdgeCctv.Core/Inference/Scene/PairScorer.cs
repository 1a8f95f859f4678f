namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// Scores pairs of pictures with a scene model in plain C#. Other than <see cref="SceneScorer"/> it leaves the costly part, the pairs, to
/// as many threads as there are, which is what a clip needs; for a camera there is only ever the newest picture. Both agree within 0.001.
/// One thread at a time; allocates nothing per pair.
/// </summary>
public sealed class PairScorer
{
    private readonly SceneStream _stream;
    private readonly CueMaps _cues;
    private readonly CueScale _scale;
    private readonly PlaceMap _place;
    private readonly float[] _odd;
    private readonly float[] _heat;
    private readonly float[] _found = new float[SceneParameters.Cues];
    private float _score;
    private float? _outOfPlace;
    private float _motionShare;

    /// <param name="model">Learnt or loaded.</param>
    public PairScorer(SceneModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = model;
        _stream = new SceneStream(model.Geometry, model.Info.FramesPerSecond);
        _cues = new CueMaps(SceneFit.Of(model));
        _scale = new CueScale(model.CueMedian, model.CueSpread);
        _place = new PlaceMap(model.Rare);
        Mask = CellMask.All(model.Geometry);
        (_odd, _heat) = (new float[_cues.Fast.Length], new float[_cues.Fast.Length]);
    }

    public SceneModel Model { get; }

    /// <summary>What was found in the last pair that was <see cref="SceneStep.Compared"/>.</summary>
    public SceneScore Result => new()
    {
        Score = _score,
        IsSteady = _stream.IsSteady,
        Cues = _found,
        MotionShare = _motionShare,
        Fast = _cues.Fast,
        Wide = _cues.Wide,
        Odd = _odd,
        Heat = _heat,
        Place = _outOfPlace,
        PlaceCells = _place.Cells,
    };

    /// <summary>Which cells count from the next picture on.</summary>
    internal CellMask Mask { get; set; }

    /// <summary>Takes up the next pair of the stream.</summary>
    public void Score(ScenePair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        _stream.Advance(pair);
        if (pair.Step == SceneStep.Compared)
        {
            var cues = _cues.Compute(_stream.Mean, Mask);
            (_found[0], _found[1], _found[2]) = (cues.Fast, cues.Wide, cues.Odd);
            (_score, _motionShare) = (_scale.Score(cues), pair.Cells.MotionShare);
            Spread();
            _outOfPlace = _stream.Presence.IsEmpty ? null : _place.Compute(_stream.Presence, Mask.Small);
        }
    }

    // Small cell j is centred at 6j + 6, large cell j at 6j + 13: large cell j - 1 lies over small cell j but for one pixel. At the
    // borders, where no large cell reaches, the nearest one stands in.
    private void Spread()
    {
        var (columns, rows) = Model.Geometry.Small;
        var large = Model.Geometry.Large;
        for (var cell = 0; cell < _heat.Length; cell++)
        {
            var column = Math.Clamp((cell % columns) - 1, 0, large.Columns - 1);
            var row = Math.Clamp((cell / columns) - 1, 0, large.Rows - 1);
            _odd[cell] = Mask.Small[cell] * _cues.Odd[(row * large.Columns) + column];
            _heat[cell] = _scale.Term(_cues.Fast[cell], 0) + _scale.Term(_cues.Wide[cell], 1) + _scale.Term(_odd[cell], 2);
        }
    }
}
