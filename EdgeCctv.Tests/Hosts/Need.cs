namespace EdgeCctv.Tests.Hosts;

/// <summary>What a test needs of the native library.</summary>
internal enum Need
{
    /// <summary>Either library.</summary>
    Library,

    /// <summary>A library that opens RTSP cameras, and Linux for the camera itself.</summary>
    Rtsp,

    /// <summary>GStreamer as the library of the run.</summary>
    GStreamer,

    /// <summary>OpenCV as the library of the run.</summary>
    OpenCv,

    /// <summary>The OpenCV for Linux that comes with the program, which has no network.</summary>
    OpenCvWithoutNetwork,
}
