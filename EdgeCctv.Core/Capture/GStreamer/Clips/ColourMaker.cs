using EdgeCctv.Core.Capture.Clips;
using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture.GStreamer.Clips;

/// <summary>Frames in colour; GStreamer scales them, since a detector may want them larger than they are.</summary>
internal sealed class ColourMaker(Func<int, int, (int Width, int Height)> size) : IPictureMaker<ColourPicture>
{
    private const string Scaler = "scaler";
    private const string Filter = "filter";
    private const string Format = "format=RGB";
    private PictureShape? _shape;

    // bilinear2 takes all pixels into account when it shrinks.
    public string Tail => $"videoscale name={Scaler} method=bilinear2 add-borders=false ! videoconvert ! capsfilter name={Filter} caps=video/x-raw,{Format}";

    public (int Width, int Height) Source { get; private set; }

    public void Prepare(GStreamerPipeline pipeline) => _shape = PictureShape.Keep(pipeline, Scaler, Filter, Format, size);

    public ColourPicture Make(nint sample)
    {
        Source = Source == default ? _shape!.Source : Source;
        OneSize.Require(Source, _shape!.Source);
        var (width, height, _) = GStreamerSample.Format(sample);
        var pixels = GC.AllocateUninitializedArray<byte>(3 * width * height);
        GStreamerSample.CopyRows(sample, pixels, 3 * width);
        return new ColourPicture(width, height, pixels);
    }
}
