namespace EdgeCctv.Tests.Capture.OpenCv;

/// <summary>
/// A fact about RTSP with OpenCV. The library for Linux that comes with the program was built without network, so only what is said of
/// that can be seen with it; the rest needs one of one's own, and <c>EDGECCTV_OPENCV_NETWORK=1</c> to say so.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OpenCvNetworkFactAttribute : FactAttribute
{
    public OpenCvNetworkFactAttribute(bool needsNetwork)
    {
        var hasNetwork = Environment.GetEnvironmentVariable("EDGECCTV_OPENCV_NETWORK") == "1";
        Skip = hasNetwork == needsNetwork ? null
            : needsNetwork ? "Needs an OpenCV with network: EDGECCTV_OPENCV_NETWORK=1 says that it is there."
            : "Is about the OpenCV without network that comes with the program.";
    }
}
