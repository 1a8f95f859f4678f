using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// Scores pictures with a scene model in plain C#: what the ONNX graph of the same model must agree with. One thread at a time.
/// </summary>
internal sealed class SceneReference
{
    private readonly SceneStream _stream;
    private readonly CueMaps _cues;
    private readonly CueScale _scale;
    private readonly PlaceMap _place;
    private readonly SceneGeometry _geometry;

    public SceneReference(SceneModel model)
    {
        _geometry = model.Geometry;
        _stream = new SceneStream(model.Geometry, model.Info.FramesPerSecond);
        _cues = new CueMaps(SceneFit.Of(model));
        _scale = new CueScale(model.CueMedian, model.CueSpread);
        _place = new PlaceMap(model.Rare);
        Mask = CellMask.All(model.Geometry);
        (Odd, Heat) = (new float[_cues.Fast.Length], new float[_cues.Fast.Length]);
    }

    /// <summary>Which cells count from the next picture on.</summary>
    public CellMask Mask { get; set; }

    /// <summary>What the last picture has brought.</summary>
    public SceneStep Step { get; private set; }

    /// <summary>The share of the picture that moved.</summary>
    public float MotionShare => _stream.MotionShare;

    /// <summary>The cues of the last scored picture.</summary>
    public SceneCues Cues { get; private set; }

    /// <summary>Speed over the usual speed in each small cell, of the last scored picture.</summary>
    public float[] Fast => _cues.Fast;

    /// <summary>The same by the flow of three levels.</summary>
    public float[] Wide => _cues.Wide;

    /// <summary>How odd each small cell is: as the large cell over it.</summary>
    public float[] Odd { get; }

    /// <summary>The three on the scale of the score, added up, in each small cell.</summary>
    public float[] Heat { get; }

    /// <summary>How much is where hardly ever anything is, 0 to 1; null where that cannot be told.</summary>
    public float? Place { get; private set; }

    /// <summary>The same in each small cell.</summary>
    public float[] PlaceCells => _place.Cells;

    /// <summary>The score of the next picture; null when it has none: see <see cref="Step"/>.</summary>
    public float? Score(GreyPicture picture)
    {
        Step = _stream.Advance(picture);
        if (Step != SceneStep.Maps)
        {
            return null;
        }

        Cues = _cues.Compute(_stream.Mean, Mask);
        Spread();
        Place = _stream.Presence.IsEmpty ? null : _place.Compute(_stream.Presence, Mask.Small);
        return _scale.Score(Cues);
    }

    /// <summary>What follows has nothing to do with what was before.</summary>
    public void Cut() => _stream.Cut();

    // Small cell j is centred at 6j + 6, large cell j at 6j + 13: large cell j - 1 lies over small cell j but for one pixel. At the
    // borders, where no large cell reaches, the nearest one stands in.
    private void Spread()
    {
        var (columns, rows) = _geometry.Small;
        var large = _geometry.Large;
        for (var cell = 0; cell < Heat.Length; cell++)
        {
            var column = Math.Clamp((cell % columns) - 1, 0, large.Columns - 1);
            var row = Math.Clamp((cell / columns) - 1, 0, large.Rows - 1);
            Odd[cell] = Mask.Small[cell] * _cues.Odd[(row * large.Columns) + column];
            Heat[cell] = _scale.Term(Fast[cell], 0) + _scale.Term(Wide[cell], 1) + _scale.Term(Odd[cell], 2);
        }
    }
}
