using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Sessions;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// Scores one picture after the other with a scene model. Used and disposed by one thread, except for <see cref="Terminate"/>;
/// allocates nothing per picture on the processor.
/// </summary>
public sealed class SceneScorer : IDisposable
{
    private readonly BoundSession _session;
    private readonly Dictionary<string, float[]> _arrays = [];
    private readonly MapHistory _small;
    private readonly MapHistory _large;
    private readonly BackgroundPace _pace;
    private byte[]? _last;
    private bool _isSteady;

    /// <summary>Opens the model; may take a second.</summary>
    /// <exception cref="AnalysisException">The model is impossible, or ONNX Runtime does not run it.</exception>
    public SceneScorer(SceneModel model, SessionFactory sessions)
    {
        Model = model;
        _session = new BoundSession(sessions.Open(SceneModelFile.Write(model), $"The scene model '{model.Info.Name}'"));
        foreach (var (name, shape) in SceneGraph.Inputs(model.Geometry))
        {
            _arrays.Add(name, _session.Input<float>(name, shape));
        }

        foreach (var (name, shape) in SceneGraph.Outputs(model.Geometry))
        {
            _arrays.Add(name, _session.Output<float>(name, shape));
        }

        // The graph adds the newest pair itself.
        _small = new MapHistory(_arrays[SceneGraph.HistorySmall], CellHistory.Length - 1);
        _large = new MapHistory(_arrays[SceneGraph.HistoryLarge], CellHistory.Length - 1);
        _pace = new BackgroundPace(model.Info.FramesPerSecond);
        SmallMask.Fill(1);
        LargeMask.Fill(1);
    }

    public SceneModel Model { get; }

    /// <summary>What runs the model.</summary>
    public ExecutionProvider Provider => _session.Provider;

    /// <summary>Which small cells count, row by row: 1 counts, 0 is ignored. May be written between two pictures.</summary>
    public Span<float> SmallMask => _arrays[SceneGraph.MaskSmall];

    /// <summary>The same for the large cells.</summary>
    public Span<float> LargeMask => _arrays[SceneGraph.MaskLarge];

    /// <summary>What was found when <see cref="Score"/> last said <see cref="SceneStep.Compared"/> or <see cref="SceneStep.WholeSceneChange"/>.</summary>
    public SceneScore Result => new()
    {
        Score = _arrays[SceneGraph.Score][0],
        IsSteady = _isSteady,
        Cues = _arrays[SceneGraph.Cues],
        MotionShare = _arrays[SceneGraph.MotionShare][0],
        Fast = _arrays[SceneGraph.Fast],
        Wide = _arrays[SceneGraph.Wide],
        Odd = _arrays[SceneGraph.Odd],
        Heat = _arrays[SceneGraph.Heat],
        Place = _pace.IsBelievable ? _arrays[SceneGraph.Place][0] : null,
        PlaceCells = _arrays[SceneGraph.PlaceCells],
    };

    /// <summary>Takes up the next picture of the stream.</summary>
    /// <exception cref="AnalysisException">The picture has another size than the model, or the model failed: dispose the scorer.</exception>
    public SceneStep Score(GreyPicture picture)
    {
        Require(picture);
        if (_last is not null && picture.Pixels.AsSpan().SequenceEqual(_last))
        {
            return SceneStep.Repeated;
        }

        var (previous, current) = (_arrays[SceneGraph.Previous], _arrays[SceneGraph.Current]);
        current.CopyTo(previous, 0);
        PixelFloats.Widen(picture.Pixels, current);
        var isFirst = _last is null;
        _last = picture.Pixels;
        return isFirst ? SceneStep.First : Compare();
    }

    /// <summary>The next picture does not follow the last one: some are missing between them.</summary>
    public void Cut()
    {
        _last = null;
        Forget();
    }

    /// <summary>What follows has nothing to do with what was before.</summary>
    public void Reset()
    {
        Cut();
        _pace.Forget();
    }

    /// <summary>Ends the call that is under way, and refuses every later one; from any thread.</summary>
    public void Terminate() => _session.Terminate();

    public void Dispose() => _session.Dispose();

    private SceneStep Compare()
    {
        _arrays[SceneGraph.HistoryCount][0] = _small.Count;
        if (_pace.IsBlank)
        {
            Array.Clear(_arrays[SceneGraph.Background]);
            Array.Clear(_arrays[SceneGraph.UsualRest]);
        }

        (_arrays[SceneGraph.BackgroundPace][0], _arrays[SceneGraph.BackgroundPace][1]) = (_pace.Rate, _pace.Limit);
        _session.Run();
        RequireNumbers();
        if (_arrays[SceneGraph.MotionShare][0] > ScenePair.WholeScene)
        {
            Forget();
            _pace.Forget();
            return SceneStep.WholeSceneChange;
        }

        _arrays[SceneGraph.NextBackground].CopyTo(_arrays[SceneGraph.Background], 0);
        _arrays[SceneGraph.NextUsualRest].CopyTo(_arrays[SceneGraph.UsualRest], 0);
        _pace.Advance(_arrays[SceneGraph.PresentShare][0]);
        _isSteady = _small.IsFull;
        _small.Push(_arrays[SceneGraph.PooledSmall]);
        _large.Push(_arrays[SceneGraph.PooledLarge]);
        return SceneStep.Compared;
    }

    private void Forget()
    {
        _small.Clear();
        _large.Clear();
    }

    private void Require(GreyPicture picture)
    {
        var (width, height) = (Model.Geometry.Width, Model.Geometry.Height);
        if (picture.Width != width || picture.Height != height || picture.Pixels.Length != width * height)
        {
            throw new AnalysisException(
                $"The scene model '{Model.Info.Name}' was learnt from pictures of {width}x{height}, this one has {picture.Width}x{picture.Height}. Learn the scene again, or restore the camera's shape and the configured picture width.");
        }
    }

    private void RequireNumbers()
    {
        // A sum is finite only when all its parts are.
        if (!float.IsFinite(Sum(SceneGraph.Score) + Sum(SceneGraph.Cues) + Sum(SceneGraph.MotionShare) + Sum(SceneGraph.Heat) + Sum(SceneGraph.Place) + Sum(SceneGraph.NextUsualRest)))
        {
            throw new AnalysisException($"The scene model '{Model.Info.Name}' gave a result that is not a number. Learn the scene again.");
        }
    }

    private float Sum(string name)
    {
        var sum = 0f;
        foreach (var value in _arrays[name])
        {
            sum += value;
        }

        return sum;
    }
}
