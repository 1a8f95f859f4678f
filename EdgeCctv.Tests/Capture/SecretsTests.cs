using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Capture;

/// <summary>A canary stands for every secret; wherever it comes out again, a secret would.</summary>
public sealed class SecretsTests
{
    private const string Canary = "c4n4ry";

    /// <summary>The same secret, as careless people write it into a locator.</summary>
    public static readonly TheoryData<string> CarelessLocators =
    [
        $"rtsp://admin:{Canary}@192.0.2.7/s",
        $"rtsp://{Canary}@192.0.2.7/s",
        $"rtsp://admin:{Canary}%40@192.0.2.7/s",
        $"rtsp://admin:x@{Canary}@192.0.2.7/s",
        $"rtsp://admin:{Canary}@x@192.0.2.7/s",
        $"rtsp://admin:x/{Canary}@192.0.2.7/s",
        $"rtsp://admin:{Canary}/x@192.0.2.7/s",
        $"rtsp://admin:x'{Canary}@192.0.2.7/s",
        $"rtsp://admin:{Canary}'x@192.0.2.7/s",
        $"rtsp://admin:x\"{Canary}@192.0.2.7/s",
        $"rtsp://admin:x {Canary}@192.0.2.7/s",
        $"rtsp://admin:x?{Canary}@192.0.2.7/s",
        $"rtsp://admin:x#{Canary}@192.0.2.7/s",
        $"rtsp://192.0.2.7/s?user=admin&password={Canary}",
        $"rtsp://192.0.2.7/s?PWD={Canary}&channel=1",
        $"rtsp://192.0.2.7/s?access_token={Canary}",
        $"rtsp://192.0.2.7/s?apikey={Canary}",
        $"rtsp://192.0.2.7/s?password=x'{Canary}",
        $"gst:rtspsrc location=rtsp://192.0.2.7/s user-id=admin user-pw={Canary} ! decodebin",
        $"gst:rtspsrc user-pw=\"x {Canary}\" ! decodebin",
        $"gst:rtspsrc user-pw='x {Canary}' ! decodebin",
        $"gst:rtspsrc user-pw=\"x\\\"{Canary}\" ! decodebin",
        $"gst:rtspsrc user-pw = {Canary} ! decodebin",
        $"gst:souphttpsrc proxy-pw={Canary} location=\"http://admin:{Canary}@192.0.2.7/s\" ! decodebin",
        $"gst:rtspsrc location=\"rtsp://admin:x {Canary}@192.0.2.7/s\" ! decodebin",
        $"gst:rtspsrc location='rtsp://admin:{Canary} x@192.0.2.7/s' ! decodebin",
        $"gst:rtspsrc location=\"rtsp://admin:x\\\" {Canary}@192.0.2.7/s\" ! decodebin",
        $"http://admin:{Canary}@192.0.2.7/s",
        $"http://admin:x'{Canary}@192.0.2.7/s",
        $"admin:{Canary}@192.0.2.7/s",
        $"rtsp:admin:{Canary}@192.0.2.7/s",
        $"rtsp:/admin:{Canary}@192.0.2.7/s",
        $"rtsp//admin:{Canary}@192.0.2.7/s",
        $"rtsp://admin:{Canary}@192.0.2.7:port/s",
        $"rtsp://admin:{Canary}@",
        $"rtsp://admin:{Canary}\t@192.0.2.7/s",
    ];

    [Theory]
    [MemberData(nameof(CarelessLocators))]
    public void TryParse_LocatorWithASecret_NeverShowsIt(string locator)
    {
        var shown = CameraSource.TryParse(locator, out var source, out var error) ? $"{source.Display} {source}" : error;

        Assert.DoesNotContain(Canary, shown, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData($"Could not open rtsp://admin:{Canary}@192.0.2.7/s for reading")]
    [InlineData($"Could not open \"rtsp://admin:x@{Canary}@192.0.2.7/s\"")]
    [InlineData($"Could not set user-pw={Canary}, giving up")]
    [InlineData($"Authorization failed for {Canary}")]
    public void RedactFrom_WordsOfANativeLibrary_LoseTheSecret(string words)
    {
        var safe = Locators.Parse($"rtsp://admin:{Canary}@192.0.2.7/s").RedactFrom(words);

        Assert.DoesNotContain(Canary, safe, StringComparison.Ordinal);
        Assert.Contains(Secrets.Mask, safe, StringComparison.Ordinal);
    }

    [Fact]
    public void RedactFrom_EscapedPassword_LosesItInBothForms()
    {
        var source = Locators.Parse("rtsp://admin:p%40ss@192.0.2.7/s");

        Assert.Equal("no *** and no ***", source.RedactFrom("no p@ss and no p%40ss"));
    }

    [Theory]
    [InlineData("Could not read from resource.")]
    [InlineData("rtsp://192.0.2.7/s?channel=1&subtype=0")]
    [InlineData("videotestsrc is-live=true ! x264enc key-int-max=30 ! fakesink")]
    [InlineData("")]
    public void Redact_NoSecret_LeavesTheTextAlone(string text) => Assert.Equal(text, Secrets.Redact(text));

    [Fact]
    public void Redact_SecretAmidOthers_KeepsWhatHelpsToFindTheMistake() => Assert.Equal(
        "rtsp://***@192.0.2.7/s?channel=1&password=***&subtype=0",
        Secrets.Redact("rtsp://admin:x@192.0.2.7/s?channel=1&password=y&subtype=0"));
}
