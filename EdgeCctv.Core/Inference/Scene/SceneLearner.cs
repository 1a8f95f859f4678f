using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// Learns from a stream of pictures what normal looks like. One thread adds pictures; <see cref="Progress"/> and
/// <see cref="Finish"/> may be used from others, and learning may go on after a model was made. Memory is bounded
/// (<see cref="SampleStore.MostBytes"/>), so it may go on for hours.
/// </summary>
public sealed class SceneLearner
{
    private readonly SceneGeometry _geometry;
    private readonly double _framesPerSecond;
    private readonly SceneStream _stream;
    private readonly SampleStore _store;
    private readonly CellTally _tally;
    private readonly Lazy<ScenePair> _pair;
    private GreyPicture? _last;
    private LearningProgress _progress = new(0, TimeSpan.Zero, 0, 0);

    /// <param name="geometry">Size of the pictures.</param>
    /// <param name="framesPerSecond">The rate at which they follow each other, above 0. The model will be valid for this rate.</param>
    public SceneLearner(SceneGeometry geometry, double framesPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(framesPerSecond);
        (_geometry, _framesPerSecond) = (geometry, framesPerSecond);
        _stream = new SceneStream(geometry, framesPerSecond);
        _store = new SampleStore(geometry, SampleStore.MostBytes);
        _tally = new CellTally(geometry);
        _pair = new Lazy<ScenePair>(() => new ScenePair(geometry));
    }

    /// <summary>How far it is.</summary>
    public LearningProgress Progress => Volatile.Read(ref _progress);

    /// <summary>Learns from the next picture, which follows the one before at the rate. The array is kept until the next one.</summary>
    /// <exception cref="ArgumentException">The picture has another size.</exception>
    public void Add(GreyPicture picture)
    {
        _pair.Value.Compute(_last, picture);
        _last = picture;
        Add(_pair.Value);
    }

    /// <summary>Learns from the next pair, whose later picture follows that of the one before at the rate.</summary>
    public void Add(ScenePair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        _stream.Advance(pair);
        switch (pair.Step)
        {
            case SceneStep.Compared:
                _store.Add(_stream.Mean, _stream.Presence);
                Count(_tally.Add(_stream.Mean));
                break;
            case SceneStep.WholeSceneChange:
                _store.Cut();
                Volatile.Write(ref _progress, _progress with { WholeSceneChanges = _progress.WholeSceneChanges + 1 });
                break;
            case SceneStep.First:
                _store.Cut();
                break;
            case SceneStep.Repeated:
                break;
        }
    }

    /// <summary>The next picture does not follow the last one: a gap, a damaged frame.</summary>
    public void Cut()
    {
        _last = null;
        _stream.Cut();
        _store.Cut();
    }

    /// <summary>The next picture has nothing to do with the last one: another clip, another session of the camera.</summary>
    public void Reset()
    {
        _last = null;
        _stream.Reset();
        _store.Cut();
    }

    /// <summary>
    /// Makes a model of all that was learnt so far, but for up to 63 frames since the last cut. Takes some tenths of a second to
    /// some seconds of computing: not for the thread that captures.
    /// </summary>
    /// <param name="name">Chosen by people, e.g. "day".</param>
    /// <param name="camera">The camera's locator without its secrets, or the clips.</param>
    /// <param name="learntAt">Now.</param>
    public LearningOutcome Finish(string name, string camera, DateTimeOffset learntAt)
    {
        var progress = Progress;
        var blocks = _store.Snapshot();
        if (!progress.IsEnough)
        {
            return LearningOutcome.Refused(progress.Verdict);
        }

        SceneModelInfo info = new(name, camera, _framesPerSecond, learntAt, progress.Frames, progress.Duration, Threshold: 0);
        return SceneCalibration.Learn(blocks, _geometry, info);
    }

    private void Count(bool hasMovement)
    {
        var frames = _progress.Frames + 1;
        Volatile.Write(ref _progress, _progress with
        {
            Frames = frames,
            Duration = TimeSpan.FromSeconds(frames / _framesPerSecond),
            MovingFrames = _progress.MovingFrames + (hasMovement ? 1 : 0),
            UsableCells = _tally.UsableCells,
        });
    }
}
