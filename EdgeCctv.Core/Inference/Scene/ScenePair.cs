using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// A picture, the one before it, and what moved from one to the other: nearly all the work of learning and scoring, and it needs nothing
/// but these two. So pairs can be computed on several threads, each by one of them; a learner or a scorer then takes them up in their
/// order. Reusable, and to be reused: it holds some 30 numbers for each pixel. Allocates nothing per pair.
/// </summary>
public sealed class ScenePair
{
    /// <summary>Where more than this share of the picture moves, it is not things that move: lights, shake, another scene.</summary>
    internal const float WholeScene = 0.6f;

    private readonly SceneGeometry _geometry;
    private readonly SceneMaps _maps;
    private readonly float[] _before;
    private readonly float[] _now;

    /// <param name="geometry">Size of the pictures.</param>
    public ScenePair(SceneGeometry geometry)
    {
        _geometry = geometry;
        _maps = new SceneMaps(geometry);
        Cells = new CellMaps(geometry);
        _before = new float[geometry.Width * geometry.Height];
        _now = new float[_before.Length];
    }

    /// <summary>What the later picture is to the earlier one.</summary>
    public SceneStep Step { get; private set; }

    /// <summary>The later picture, 0 to 255; valid after <see cref="SceneStep.Compared"/> and <see cref="SceneStep.WholeSceneChange"/>.</summary>
    internal ReadOnlySpan<float> Picture => _now;

    /// <summary>What moved; valid after <see cref="SceneStep.Compared"/> and <see cref="SceneStep.WholeSceneChange"/>.</summary>
    internal CellMaps Cells { get; }

    /// <summary>Compares two pictures.</summary>
    /// <param name="before">Null when a stream begins, or some are missing between them.</param>
    /// <param name="now">The later one.</param>
    /// <exception cref="ArgumentException">One of them has another size.</exception>
    public void Compute(GreyPicture? before, GreyPicture now)
    {
        ArgumentNullException.ThrowIfNull(now);
        Require(now);
        Step = before is null ? SceneStep.First
            : now.Pixels.AsSpan().SequenceEqual(before.Pixels) ? SceneStep.Repeated
            : Compare(before, now);
    }

    private SceneStep Compare(GreyPicture before, GreyPicture now)
    {
        Require(before);
        PixelFloats.Widen(before.Pixels, _before);
        PixelFloats.Widen(now.Pixels, _now);
        _maps.Compute(_before, _now, Cells);
        return Cells.MotionShare > WholeScene ? SceneStep.WholeSceneChange : SceneStep.Compared;
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

/// <summary>What a picture is to the one before it.</summary>
public enum SceneStep
{
    /// <summary>The first one of a stream: there is nothing to compare it with.</summary>
    First,

    /// <summary>The same picture again, to the last pixel: a camera or a decoder that repeats itself. Nothing is new.</summary>
    Repeated,

    /// <summary>The whole picture changed at once, so what moved means nothing; what was seen before is forgotten.</summary>
    WholeSceneChange,

    /// <summary>Some of it moved, or nothing did.</summary>
    Compared,
}
