using EdgeCctv.Core.Capture.GStreamer;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Capture.GStreamer;

public sealed class GStreamerWordsTests
{
    [Theory]
    [InlineData("plain w0rd-7c4!")]
    [InlineData("escaped w0rd-7c4%21")]
    [InlineData(@"as a value w0rd-7c4\!")]
    [InlineData("as a header YWRtaW46dzByZC03YzQh")]
    public void Safe_PasswordOfAnOpenSource_IsMasked(string words)
    {
        GStreamerWords.Protect(Locators.Parse("rtsp://admin:w0rd-7c4%21@192.0.2.7/s"));

        Assert.EndsWith(" ***", GStreamerWords.Safe(words), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Authorization: Basic c2VjcmV0OnNlY3JldA==")]
    [InlineData("Authorization: Digest username=\"secret\", response=\"secret\"")]
    [InlineData(" key: 'Authorization', value: 'Digest username=\"secret\", response=\"secret\"'")]
    [InlineData("opening rtsp://admin:secret@192.0.2.7/s")]
    [InlineData("user-pw=secret")]
    public void Safe_SecretOfNobodyWeKnow_IsMaskedByItsShape(string words)
    {
        var safe = GStreamerWords.Safe(words);

        Assert.DoesNotContain("secret", safe, StringComparison.Ordinal);
        Assert.DoesNotContain("c2Vj", safe, StringComparison.Ordinal);
        Assert.Contains("***", safe, StringComparison.Ordinal);
    }

    [Fact]
    public void Safe_SeveralLines_AreOne() => Assert.Equal("a | b", GStreamerWords.Safe("a\r\nb"));

    [Theory]
    [InlineData("basic caps negotiated")]
    [InlineData("Digest authentication asked for")]
    public void Safe_NoSecret_IsLeftAlone(string words) => Assert.Equal(words, GStreamerWords.Safe(words));
}
