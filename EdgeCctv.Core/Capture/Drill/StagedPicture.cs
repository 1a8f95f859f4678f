using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture.Drill;

/// <summary>One and the same picture in the place of every real one, which lends it its times: so it looks as if the camera had sent it.</summary>
internal sealed class StagedPicture
{
    private readonly byte[] _jpeg;
    private readonly int _width;
    private readonly int _height;
    private readonly bool _isBlank;
    private GreyPicture? _grey;

    private StagedPicture(byte[] jpeg, in CapturedPicture real, GreyPicture? grey, bool isBlank)
    {
        _jpeg = jpeg;
        (_width, _height) = (real.Width, real.Height);
        _grey = grey;
        _isBlank = isBlank;
    }

    /// <summary><paramref name="real"/> itself, again and again.</summary>
    public static StagedPicture Frozen(in CapturedPicture real) => new(real.Jpeg, real, real.Grey, isBlank: false);

    /// <summary>An even dark picture of the size of <paramref name="real"/>.</summary>
    public static StagedPicture Blank(in CapturedPicture real) => new(EvenJpeg.Encode(real.Width, real.Height), real, null, isBlank: true);

    public CapturedPicture InPlaceOf(in CapturedPicture real) =>
        real with { Jpeg = _jpeg, Width = _width, Height = _height, Grey = real.Grey is { } grey ? Same(grey) : null };

    // Analysis pictures are made more rarely than pictures come: the first one that comes is the one that is repeated.
    private GreyPicture Same(GreyPicture real) => _grey ??= _isBlank ? Even(real) : real;

    private static GreyPicture Even(GreyPicture real)
    {
        var pixels = new byte[real.Pixels.Length];
        pixels.AsSpan().Fill(EvenJpeg.Luma);
        return real with { Pixels = pixels };
    }
}
