using EdgeCctv.Core.Capture.Clips;
using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture.GStreamer.Clips;

/// <summary>Averages the luma of each frame to the size wanted.</summary>
internal sealed class GreyMaker(Func<int, int, (int Width, int Height)> size) : IPictureMaker<GreyPicture>
{
    private byte[] _plane = [];
    private AreaScaler? _scaler;
    private (int Width, int Height) _to;

    public string Tail => $"videoconvert ! video/x-raw,{GStreamerLuma.Formats}";

    public (int Width, int Height) Source { get; private set; }

    public void Prepare(GStreamerPipeline pipeline)
    {
        // Nothing to set: the scaling is done here.
    }

    public GreyPicture Make(nint sample)
    {
        var luma = GStreamerLuma.Read(sample, ref _plane);
        if (_scaler is null)
        {
            Source = (luma.Width, luma.Height);
            _to = size(luma.Width, luma.Height);
            _scaler = new AreaScaler(luma.Width, luma.Height, _to.Width, _to.Height);
        }

        OneSize.Require(Source, (luma.Width, luma.Height));
        var pixels = GC.AllocateUninitializedArray<byte>(_to.Width * _to.Height);
        _scaler.Scale(_plane, luma.Stride, pixels);
        if (!luma.IsFullRange)
        {
            LumaRange.Expand(pixels);
        }

        return new GreyPicture(_to.Width, _to.Height, pixels);
    }
}
