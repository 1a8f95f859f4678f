using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture;

/// <summary>Makes the analysis picture of a raw one, for sources that render pictures themselves. Used by one thread.</summary>
internal sealed class GreyScaler(CaptureSettings settings)
{
    private (int Width, int Height) _from;
    private (int Width, int Height) _to;
    private AreaScaler? _scaler;

    public GreyPicture Scale(I420Picture picture)
    {
        if (_scaler is null || _from != (picture.Width, picture.Height))
        {
            _from = (picture.Width, picture.Height);
            _to = settings.GreySize(picture.Width, picture.Height);
            _scaler = new AreaScaler(picture.Width, picture.Height, _to.Width, _to.Height);
        }

        var pixels = new byte[_to.Width * _to.Height];
        _scaler.Scale(picture.Y, picture.Width, pixels);
        LumaRange.Expand(pixels);
        return new GreyPicture(_to.Width, _to.Height, pixels);
    }
}
