namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// How fast the picture of the empty scene follows what is seen, and when it can be believed. It is the mean of all pictures at first,
/// and from then on moves slowly, in small steps, so that whatever stands still for a while does not become a part of it at once.
/// One thread at a time.
/// </summary>
internal sealed class BackgroundPace
{
    /// <summary>Where more than this share of all cells looks unlike the empty scene, it is the light or the camera, not a thing.</summary>
    public const float MostPresent = 0.25f;

    private const double SettleSeconds = 20;
    private const double UpsetSeconds = 5;

    // In grey levels for one frame: all of them while it settles.
    private const float Unlimited = 255;
    private const float Step = 8;

    private readonly int _settled;
    private readonly int _mostUpset;
    private int _frames;
    private int _upset;

    /// <param name="framesPerSecond">Of the pictures, above 0.</param>
    public BackgroundPace(double framesPerSecond)
    {
        _settled = Math.Max(1, (int)(SettleSeconds * framesPerSecond));
        _mostUpset = Math.Max(1, (int)(UpsetSeconds * framesPerSecond));
    }

    /// <summary>Whether there is none yet: it and the usual rest must be zeros, and the next picture becomes it.</summary>
    public bool IsBlank => _frames == 0;

    /// <summary>Whether what differs from it is something that is there.</summary>
    public bool IsBelievable => _frames > _settled && _upset == 0;

    /// <summary>The share of the way to the newest picture that it goes in one frame.</summary>
    public float Rate => 1f / Math.Min(_frames + 1, _settled);

    /// <summary>The most that a pixel of it changes before the rate is applied, in grey levels.</summary>
    public float Limit => _frames > _settled ? Step : Unlimited;

    /// <summary>It has followed one more picture.</summary>
    /// <param name="presentShare">The share of cells in which something was present.</param>
    public void Advance(float presentShare)
    {
        _frames = Math.Min(_frames + 1, _settled + 1);
        _upset = presentShare > MostPresent && _frames > _settled ? _upset + 1 : 0;
        if (_upset > _mostUpset)
        {
            Forget();
        }
    }

    /// <summary>Another scene, or another light.</summary>
    public void Forget() => (_frames, _upset) = (0, 0);
}
