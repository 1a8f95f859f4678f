using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.GStreamer;

namespace EdgeCctv.Tests.Capture.GStreamer;

public sealed class GStreamerFaultsTests
{
    private const string Resource = "gst-resource-error-quark";
    private const string Stream = "gst-stream-error-quark";

    [Theory]
    [InlineData(Resource, 3, "Resource not found.", CameraFault.NotFound)]
    [InlineData(Resource, 4, "Device is busy.", CameraFault.Busy)]
    [InlineData(Resource, 5, "Could not open resource for reading.", CameraFault.Refused)]
    [InlineData(Resource, 7, "Failed to connect. (Generic error)", CameraFault.Refused)]
    [InlineData(Resource, 7, "Failed to connect. (Timeout while waiting for server response)", CameraFault.TimedOut)]
    [InlineData(Resource, 7, "Socket I/O timed out", CameraFault.TimedOut)]
    [InlineData(Resource, 5, "Unauthorized (401)", CameraFault.Unauthorized)]
    [InlineData(Resource, 5, "Not Found (404)", CameraFault.NotFound)]
    [InlineData(Resource, 5, "No such file \"x.mp4\"", CameraFault.NotFound)]
    [InlineData(Resource, 9, "Could not read from resource.", CameraFault.NoData)]
    [InlineData(Resource, 15, "Not authorized to access resource.", CameraFault.Unauthorized)]
    [InlineData(Resource, 1, "general error: Unauthorized", CameraFault.Unauthorized)]
    [InlineData(Resource, 1, "general error", CameraFault.Failed)]
    [InlineData(Stream, 3, "not implemented", CameraFault.DecoderMissing)]
    [InlineData(Stream, 6, "no decoder", CameraFault.DecoderMissing)]
    [InlineData(Stream, 4, "type not found", CameraFault.Damaged)]
    [InlineData(Stream, 7, "Could not decode stream.", CameraFault.Damaged)]
    [InlineData(Stream, 1, "Internal data stream error.", CameraFault.Failed)]
    [InlineData("gst-core-error-quark", 12, "missing plug-in", CameraFault.DecoderMissing)]
    [InlineData("gst-core-error-quark", 1, "failed", CameraFault.Failed)]
    [InlineData("gst_parse_error", 1, "no element \"nosuch\"", CameraFault.DecoderMissing)]
    [InlineData("gst_parse_error", 0, "syntax error", CameraFault.BadSource)]
    [InlineData("gst_parse_error", 3, "could not link", CameraFault.BadSource)]
    [InlineData("gst-library-error-quark", 1, "x", CameraFault.Failed)]
    [InlineData("", 0, "", CameraFault.Failed)]
    public void Map_ErrorOfGStreamer_IsOneOfOurFaults(string domain, int code, string text, CameraFault fault) =>
        Assert.Equal(fault, GStreamerFaults.Map(domain, code, text));
}
