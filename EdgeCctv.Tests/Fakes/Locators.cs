using EdgeCctv.Core.Capture;

namespace EdgeCctv.Tests.Fakes;

/// <summary>Short words for parsing a locator that a test knows to be good, or bad.</summary>
internal static class Locators
{
    public static CameraSource Parse(string text) =>
        CameraSource.TryParse(text, out var source, out var error) ? source : throw new ArgumentException(error, nameof(text));

    public static string Mistake(string? text)
    {
        Assert.False(CameraSource.TryParse(text, out var source, out var error), $"{source} was accepted.");
        Assert.Null(source);
        return error!;
    }
}
