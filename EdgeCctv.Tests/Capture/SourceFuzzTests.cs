using System.Globalization;
using EdgeCctv.Core.Capture;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Capture;

/// <summary>
/// Source strings put together at random from the pieces that hurt: parser and gate never throw, let nothing forbidden through, and
/// never repeat a password. The seed is fixed unless EDGECCTV_FUZZ_SEED says otherwise, and printed.
/// </summary>
public sealed class SourceFuzzTests(ITestOutputHelper output)
{
    private const string Canary = "c4n4ry-9183";

    private static readonly string[] Starts = ["rtsp://", "http://", "file:", "usb:", "demo:?", "gst:"];

    private static readonly string[] Pieces =
    [
        "rtsp", "http", "https", "file", "gst", "usb", "demo", "ftp", "RTSP", ":", "://", ":/", "//", "/", "\\", "@", "?", "#", "&", "=", "%", "%2e%2e",
        "%2f", "%00", "%40", "..", ".", "~", "!", " ", "\t", "\0", "\r\n", "\"", "'", "`", "$(id)", "[", "]", "[::1]", "[::ffff:7f00:1]", "127.1", "0x7f000001",
        "2130706433", "017700000001", "localhost", "127.0.0.1", "169.254.169.254", "192.168.1.64", "camera.example", ":554", ":99999", "/dev/video0", "/dev/mem",
        "/etc/passwd", "filesrc location=", "videotestsrc", "once=1", "size=320x240", "fps=5", "seed=1", "strip=1", "ä", "①②⑦.⓪.⓪.①", "\u202e", "\ud800", "😀", "0", "7", "99999999999999999999",
    ];

    [Fact]
    public void SourceStrings_Random_NothingForbiddenPassesAndNothingIsBetrayed() => Run(20_000);

    [Fact]
    [Trait("Category", "Full")]
    public void SourceStrings_RandomAndMany_NothingForbiddenPassesAndNothingIsBetrayed() => Run(5_000_000);

    private void Run(int count)
    {
        var seed = Environment.GetEnvironmentVariable("EDGECCTV_FUZZ_SEED") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 20261122;
        output.WriteLine($"EDGECCTV_FUZZ_SEED={seed}");
        var random = new Random(seed);
        var trust = new SourceTrust(CameraSource.Demo, new FileFolders(["/no/such/folder"]), new AddressPolicy([]));
        var accepted = 0;
        for (var i = 0; i < count; i++)
        {
            var locator = Next(random);
            accepted += Check(trust, locator) ? 1 : 0;
            Check(trust, WithPassword(random, locator));
        }

        output.WriteLine($"{accepted} of {count} accepted");
        Assert.InRange(accepted, count / 200, count / 2);
    }

    private static bool Check(SourceTrust trust, string locator)
    {
        if (!trust.TryAccept(locator, out var source, out var error))
        {
            Assert.False(error.Contains(Canary, StringComparison.Ordinal), $"The mistake in '{locator}' betrays it: {error}");
            return false;
        }

        Assert.False(source.Display.Contains(Canary, StringComparison.Ordinal), $"'{locator}' is shown as {source.Display}");
        Assert.True(source.Equals(CameraSource.Demo) || !source.IsTrusted, $"'{locator}' is trusted");
        Assert.False(source.Kind is CameraSourceKind.File or CameraSourceKind.Pipeline, $"'{locator}' was accepted");
        if (source.Kind is CameraSourceKind.Rtsp or CameraSourceKind.Mjpeg)
        {
            var host = new Uri(source.Address).DnsSafeHost.Normalize(System.Text.NormalizationForm.FormKC);
            Assert.False(host is "localhost" or "127.0.0.1" or "::1" or "169.254.169.254" or "::ffff:127.0.0.1", $"'{locator}' leads to {host}");
        }

        return true;
    }

    private static string Next(Random random)
    {
        var start = random.Next(3) == 0 ? "" : random.GetItems(Starts, 1)[0];
        return start + string.Concat(random.GetItems(Pieces, random.Next(1, 8)));
    }

    // Where a password stands in a locator: before an @, or as the value of a parameter with a tell-tale name.
    private static string WithPassword(Random random, string locator) => random.Next(3) switch
    {
        0 => $"rtsp://admin:{Canary}@{locator}",
        1 => $"{locator}?password={Canary}",
        _ => $"http://admin:{random.GetItems(Pieces, 1)[0].Trim()}{Canary}@192.168.1.64/{locator}",
    };
}
