using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.GStreamer;
#if OPENCV
using EdgeCctv.Core.Capture.OpenCv;
#endif

namespace EdgeCctv.Web.Hosting;

/// <summary>The native libraries that this build can use: the package set decides.</summary>
public static class NativeLibraries
{
    /// <summary>Whether OpenCV is part of the build.</summary>
    public static bool HasOpenCv =>
#if OPENCV
        true;
#else
        false;
#endif

    /// <summary>Nothing is loaded before it is used.</summary>
    /// <param name="clock">Stamps pictures.</param>
    /// <param name="wish">What the configuration asks for.</param>
    /// <param name="transport">How RTSP travels; GStreamer is told with each source.</param>
    public static ChosenLibrary Choose(TimeProvider clock, LibraryWish wish, RtspTransport transport)
    {
#if OPENCV
        return new ChosenLibrary(new GStreamerBackend(clock), new OpenCvBackend(clock, transport), wish);
#else
        _ = transport;
        return new ChosenLibrary(new GStreamerBackend(clock), openCv: null, wish);
#endif
    }
}
