using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Clips;
using EdgeCctv.Core.Frames;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Capture;

/// <summary>Only one of the two libraries is ever asked anything, since answering loads it.</summary>
public sealed class ChosenLibraryTests
{
    private readonly Library _gstreamer = new("GStreamer");
    private readonly Library _openCv = new("OpenCV");

    [Fact]
    public void Describe_GStreamerIsInstalled_OpenCvIsNotAsked()
    {
        var chosen = new ChosenLibrary(_gstreamer, _openCv, LibraryWish.Auto);

        Assert.Equal("GStreamer", chosen.Describe().Name);
        Assert.StartsWith("GStreamer is installed", chosen.Describe().Reason, StringComparison.Ordinal);
        Assert.Equal(0, _openCv.Asked);
    }

    [Fact]
    public void Describe_OpenCvIsAskedFor_GStreamerIsNotAskedAndPipelineTextIsRefused()
    {
        var chosen = new ChosenLibrary(_gstreamer, _openCv, LibraryWish.OpenCv);

        Assert.Equal("OpenCV", chosen.Describe().Name);
        var refused = Assert.Throws<CaptureException>(() => chosen.Open(Locators.Parse("gst:videotestsrc ! appsink name=frames"), CaptureSettings.Default));
        Assert.Equal(CameraFault.BackendMissing, refused.Fault);
        Assert.Equal(0, _gstreamer.Asked);
    }

    [Fact]
    public void Describe_GStreamerIsNotInstalled_IsOpenCvWhereItIsPartOfTheBuild()
    {
        _gstreamer.Missing = "It is not installed.";

        Assert.Equal("OpenCV", new ChosenLibrary(_gstreamer, _openCv, LibraryWish.Auto).Describe().Name);
        var only = new ChosenLibrary(_gstreamer, openCv: null, LibraryWish.Auto).Describe();
        Assert.Equal(("GStreamer", "It is not installed."), (only.Name, only.Missing));
    }

    private sealed class Library(string name) : ICaptureLibrary
    {
        public int Asked { get; private set; }

        public string? Missing { get; set; }

        public BackendFacts Describe()
        {
            Asked++;
            return new BackendFacts(name, "all", Missing is null ? "1" : null, Missing);
        }

        public bool CanOpen(CameraSourceKind kind) => true;

        public ICapture Open(CameraSource source, CaptureSettings settings) => throw new NotSupportedException();

        public IJpegEncoder Create(int width, int height, int quality) => throw new NotSupportedException();

        public IGreyDecoder CreateGreyDecoder(CaptureSettings settings) => throw new NotSupportedException();

        public IColourDecoder CreateColourDecoder() => throw new NotSupportedException();

        public IClipReader<GreyPicture> OpenGrey(ClipPath clip, Func<int, int, (int Width, int Height)> size, CancellationToken cancellation) => throw new NotSupportedException();

        public IClipReader<ColourPicture> OpenColour(ClipPath clip, Func<int, int, (int Width, int Height)> size, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
