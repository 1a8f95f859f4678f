using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>Makes maps of cells from one picture after the other. One thread at a time; allocates nothing per picture.</summary>
internal sealed class SceneStream
{
    /// <summary>Where more than this share of the picture moves, it is not things that move: lights, shake, another scene.</summary>
    public const float WholeScene = 0.6f;

    private readonly SceneGeometry _geometry;
    private readonly SceneMaps _maps;
    private readonly CellHistory _history;
    private readonly SceneBackground _background;
    private byte[]? _last;
    private float[] _before;
    private float[] _now;

    /// <param name="geometry">Size of the pictures.</param>
    /// <param name="framesPerSecond">At which they come.</param>
    public SceneStream(SceneGeometry geometry, double framesPerSecond)
    {
        _geometry = geometry;
        _maps = new SceneMaps(geometry);
        _history = new CellHistory(geometry);
        _background = new SceneBackground(geometry, framesPerSecond);
        _before = new float[geometry.Width * geometry.Height];
        _now = new float[_before.Length];
    }

    /// <summary>The mean over the last pairs; valid after <see cref="SceneStep.Maps"/> until the next picture.</summary>
    public CellMaps Mean => _history.Mean;

    /// <summary>Where something is that does not belong to the empty scene, per small cell; empty where that cannot be told.</summary>
    public ReadOnlySpan<float> Presence => _background.Presence;

    /// <summary>The share of the picture that moved between the last two pictures.</summary>
    public float MotionShare { get; private set; }

    /// <summary>Takes up the next picture of the stream.</summary>
    /// <exception cref="ArgumentException">The picture has another size.</exception>
    public SceneStep Advance(GreyPicture picture)
    {
        Require(picture);
        if (_last is not null && picture.Pixels.AsSpan().SequenceEqual(_last))
        {
            return SceneStep.Repeated;
        }

        (_before, _now) = (_now, _before);
        PixelFloats.Widen(picture.Pixels, _now);
        var isFirst = _last is null;
        _last = picture.Pixels;
        return isFirst ? SceneStep.First : Compare();
    }

    /// <summary>The next picture does not follow the last one: some are missing between them.</summary>
    public void Cut()
    {
        _last = null;
        _history.Clear();
    }

    /// <summary>What follows has nothing to do with what was before.</summary>
    public void Reset()
    {
        Cut();
        _background.Forget();
    }

    private SceneStep Compare()
    {
        _maps.Compute(_before, _now, _history.Next);
        MotionShare = _history.Next.MotionShare;
        if (MotionShare > WholeScene)
        {
            _history.Clear();
            _background.Forget();
            return SceneStep.WholeSceneChange;
        }

        _background.Advance(_now);
        _history.Push();
        return SceneStep.Maps;
    }

    private void Require(GreyPicture picture)
    {
        if (picture.Width != _geometry.Width || picture.Height != _geometry.Height)
        {
            throw new ArgumentException(
                $"The picture is {picture.Width}x{picture.Height}, the scene {_geometry.Width}x{_geometry.Height}.", nameof(picture));
        }
    }
}

/// <summary>What one more picture has brought.</summary>
internal enum SceneStep
{
    /// <summary>The first picture of a stream: there is nothing to compare it with.</summary>
    First,

    /// <summary>The same picture again, to the last pixel: a camera or a decoder that repeats itself. It says nothing of the scene.</summary>
    Repeated,

    /// <summary>The whole picture changed at once; the history was forgotten.</summary>
    WholeSceneChange,

    /// <summary>There are maps.</summary>
    Maps,
}
