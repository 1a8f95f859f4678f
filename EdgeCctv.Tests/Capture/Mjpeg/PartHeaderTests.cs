using System.Text;
using EdgeCctv.Core.Capture.Mjpeg;

namespace EdgeCctv.Tests.Capture.Mjpeg;

public sealed class PartHeaderTests
{
    [Theory]
    [InlineData("--b\r\nContent-Length: 512\r\n\r\n", 512L)]
    [InlineData("--b\ncontent-length:512\n\n", 512L)]
    [InlineData("--b\r\nContent-Length:   512  \r\n\r\n", 512L)]
    [InlineData("Content-Length: 512\r\n--b\r\n\r\n", null)]
    [InlineData("--b\r\nContent-Length: 5 1\r\n\r\n", null)]
    [InlineData("--b\r\nX-Content-Length: 512\r\n\r\n", null)]
    [InlineData("", null)]
    public void Parse_Length_IsThatOfTheLastPart(string text, long? length) => Assert.Equal(length, Parse(text).ContentLength);

    [Theory]
    [InlineData("X-Timestamp: 12.5", 12.5)]
    [InlineData("x-timestamp: 1790000000.250000", 1_790_000_000.25)]
    [InlineData("X-Received: 1970-01-02T00:00:01.5000000+00:00", 86_401.5)]
    [InlineData("X-Received: 1970-01-01T02:00:00.0000000+02:00", 0.0)]
    [InlineData("X-Timestamp: -1", null)]
    [InlineData("X-Timestamp: NaN", null)]
    [InlineData("X-Timestamp: 1e300", null)]
    [InlineData("X-Timestamp: soon", null)]
    [InlineData("X-Received: yesterday", null)]
    public void Parse_Time_IsReadWhereItIsOne(string line, double? seconds) =>
        Assert.Equal(seconds, Parse($"--b\r\n{line}\r\n\r\n").PresentationTime?.TotalSeconds);

    private static PartHeader Parse(string text) => PartHeader.Parse(Encoding.Latin1.GetBytes(text));
}
