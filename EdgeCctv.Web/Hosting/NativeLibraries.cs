using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.GStreamer;
#if OPENCV
using EdgeCctv.Core.Capture.OpenCv;
#endif

namespace EdgeCctv.Web.Hosting;

/// <summary>The native libraries that this build can use: the package set decides. Thread-safe.</summary>
public sealed class NativeLibraries
{
    private readonly ICaptureLibrary[] _all;

    public NativeLibraries(TimeProvider clock, LibraryWish wish, RtspTransport transport)
    {
        var gstreamer = new GStreamerBackend(clock);
#if OPENCV
        var openCv = new OpenCvBackend(clock, transport);
        (_all, Chosen) = ([gstreamer, openCv], new ChosenLibrary(gstreamer, openCv, wish));
#else
        // The transport is told to GStreamer with each source.
        _ = transport;
        (_all, Chosen) = ([gstreamer], new ChosenLibrary(gstreamer, openCv: null, wish));
#endif
    }

    /// <summary>Whether OpenCV is part of the build.</summary>
    public static bool HasOpenCv =>
#if OPENCV
        true;
#else
        false;
#endif

    /// <summary>Each of them, to be told of.</summary>
    public IReadOnlyList<IBackendFacts> All => _all;

    /// <summary>The one that does the work.</summary>
    public ChosenLibrary Chosen { get; }
}
