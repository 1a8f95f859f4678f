using EdgeCctv.Core.Capture.OpenCv;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Capture.OpenCv;

public sealed class RtspAuthorizationTests
{
    [Fact]
    public void Of_Basic_IsNameAndPassword() => Assert.Equal(
        "Basic b3BlcmF0b3I6eA==", RtspAuthorization.Of(["Basic realm=\"camera\""], Locators.Parse("rtsp://operator:x@192.0.2.7/live")));

    [Fact]
    public void Of_Digest_HashesThePasswordAndIsPreferred()
    {
        var answer = RtspAuthorization.Of(
            ["Basic realm=\"camera\"", "Digest realm=\"camera\", nonce=\"4711\""], Locators.Parse("rtsp://operator:canary@192.0.2.7/live"))!;

        Assert.StartsWith("Digest username=\"operator\", realm=\"camera\", nonce=\"4711\", uri=\"rtsp://192.0.2.7/live\", response=\"", answer, StringComparison.Ordinal);
        Assert.Matches("response=\"[0-9a-f]{32}\"$", answer);
        Assert.DoesNotContain("canary", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NobodyNamed_IsNull() => Assert.Null(RtspAuthorization.Of(["Basic realm=\"camera\""], Locators.Parse("rtsp://192.0.2.7/live")));
}
