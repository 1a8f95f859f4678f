using System.Numerics;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// The empty scene, and in which small cells something is that does not belong to it, whether it moves or stands. A cell is compared
/// by its pattern, not by its brightness: what remains of edges and texture when those of the empty scene are made stronger or weaker
/// as fits best. So light that comes or goes softly leaves no trace. One thread at a time; allocates nothing per picture.
/// </summary>
internal sealed class SceneBackground
{
    /// <summary>Grey levels of the pattern that are never more than noise, beside twice the usual rest of the cell.</summary>
    public const float Noise = 2;

    /// <summary>So many grey levels more, and something is there for certain.</summary>
    public const float Certain = 4;

    /// <summary>How many times its usual rest a cell may show.</summary>
    public const float UsualTimes = 2;

    /// <summary>Light may make a pattern weaker or stronger by at most these factors; else anything faint would explain anything.</summary>
    public const float LeastGain = 0.5f;

    /// <inheritdoc cref="LeastGain"/>
    public const float MostGain = 2;

    /// <summary>Keeps a cell without pattern from being divided by nothing.</summary>
    public const float Damping = 1;

    /// <summary>What is smoother than this Gaussian is light, not pattern: taps on each side of the middle one.</summary>
    public const int LightRadius = 7;

    /// <summary>Its deviation in pixels.</summary>
    public const double LightSigma = 3;

    /// <summary>The usual rest follows in steps of the background's limit divided by this.</summary>
    public const float UsualSteps = 4;

    /// <summary>More than this in a cell counts as something that is there.</summary>
    public const float Present = 0.5f;

    private const int Sums = 5;

    private readonly BackgroundPace _pace;
    private readonly CellPool _pool;
    private readonly GaussianBlur _light;
    private readonly float[] _pattern;
    private readonly float[] _background;
    private readonly float[][] _planes;
    private readonly float[][] _means;
    private readonly float[] _usual;
    private readonly float[] _presence;

    /// <param name="geometry">Size of the pictures.</param>
    /// <param name="framesPerSecond">At which they come.</param>
    public SceneBackground(SceneGeometry geometry, double framesPerSecond)
    {
        var ((columns, rows), size) = (geometry.Small, geometry.Width * geometry.Height);
        _pace = new BackgroundPace(framesPerSecond);
        _pool = new CellPool(geometry.Width, SceneGeometry.SmallKernel, columns, rows);
        _light = new GaussianBlur(LightRadius, LightSigma, geometry.Width, geometry.Height);
        (_pattern, _background) = (new float[size], new float[size]);
        _planes = [.. Enumerable.Range(0, Sums - 1).Select(_ => new float[size])];
        _means = [.. Enumerable.Range(0, Sums).Select(_ => new float[columns * rows])];
        (_usual, _presence) = (new float[columns * rows], new float[columns * rows]);
    }

    /// <summary>Per small cell: 0 nothing is there, 1 something is for certain. Empty while that cannot be told.</summary>
    public ReadOnlySpan<float> Presence => _pace.IsBelievable ? _presence : [];

    /// <summary>Compares the next picture, then follows it.</summary>
    public void Advance(ReadOnlySpan<float> picture)
    {
        if (_pace.IsBlank)
        {
            Array.Clear(_background);
            Array.Clear(_usual);
        }

        TakePattern(picture);
        Compare();
        Follow();
        _pace.Advance(_presence.Count(cell => cell > Present) / (float)_presence.Length);
    }

    /// <summary>The scene is another one.</summary>
    public void Forget() => _pace.Forget();

    private void TakePattern(ReadOnlySpan<float> picture)
    {
        _light.Apply(picture, _pattern);
        for (var i = 0; i < _pattern.Length; i++)
        {
            _pattern[i] = picture[i] - _pattern[i];
        }
    }

    private void Compare()
    {
        var (change, changeSquared, product, patternSquared) = (_planes[0], _planes[1], _planes[2], _planes[3]);
        for (var i = 0; ; i = Planes.Next(i, change.Length))
        {
            var g = new Vector<float>(_background, i);
            var d = new Vector<float>(_pattern, i) - g;
            d.CopyTo(change, i);
            (d * d).CopyTo(changeSquared, i);
            (d * g).CopyTo(product, i);
            (g * g).CopyTo(patternSquared, i);
            if (Planes.IsLast(i, change.Length))
            {
                break;
            }
        }

        for (var sum = 0; sum < Sums - 1; sum++)
        {
            _pool.Apply(_planes[sum], _means[sum]);
        }

        _pool.Apply(_background, _means[Sums - 1]);

        var (rate, limit) = (_pace.Rate, _pace.Limit / UsualSteps);
        for (var cell = 0; cell < _presence.Length; cell++)
        {
            var rest = Rest(cell);
            _presence[cell] = Math.Clamp((rest - (UsualTimes * _usual[cell]) - Noise) / Certain, 0, 1);
            _usual[cell] += rate * Math.Clamp(rest - _usual[cell], -limit, limit);
        }
    }

    /// <summary>How far the cell's pattern is from the background's at its best brightness, in grey levels.</summary>
    private float Rest(int cell)
    {
        var (change, pattern) = (_means[0][cell], _means[4][cell]);
        var changes = _means[1][cell] - (change * change);
        var shared = _means[2][cell] - (change * pattern);
        var patterns = _means[3][cell] - (pattern * pattern);
        var off = 1 - Math.Clamp((patterns + shared) / (patterns + Damping), LeastGain, MostGain);
        return MathF.Sqrt(Math.Max(changes + (2 * off * shared) + (off * off * patterns), 0));
    }

    private void Follow()
    {
        var (rate, limit) = (new Vector<float>(_pace.Rate), new Vector<float>(_pace.Limit));
        for (var i = 0; i <= _background.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Follow(i, rate, limit);
        }

        for (var i = _background.Length / Vector<float>.Count * Vector<float>.Count; i < _background.Length; i++)
        {
            _background[i] += rate[0] * Math.Clamp(_pattern[i] - _background[i], -limit[0], limit[0]);
        }
    }

    private void Follow(int at, Vector<float> rate, Vector<float> limit)
    {
        var background = new Vector<float>(_background, at);
        var step = Vector.Min(Vector.Max(new Vector<float>(_pattern, at) - background, -limit), limit);
        (background + (rate * step)).CopyTo(_background, at);
    }
}
