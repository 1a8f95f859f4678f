using EdgeCctv.Core.Capture.Demo;

namespace EdgeCctv.Tests.Capture.Demo;

public sealed class DemoOptionsTests
{
    [Fact]
    public void TryParse_EmptyQuery_GivesDefaults()
    {
        Assert.True(DemoOptions.TryParse("", out DemoOptions options, out string? error));
        Assert.Null(error);
        Assert.Equal(new DemoOptions { Width = 1280, Height = 720, FramesPerSecond = 15, Strip = false, Seed = null }, options);
    }

    [Fact]
    public void TryParse_AllKeys_AreRead()
    {
        Assert.True(DemoOptions.TryParse("?size=640x362&fps=7.5&strip=1&seed=-42", out DemoOptions options, out string? error));
        Assert.Null(error);
        Assert.Equal(new DemoOptions { Width = 640, Height = 362, FramesPerSecond = 7.5, Strip = true, Seed = -42 }, options);
    }

    [Theory]
    [InlineData("?size=160x120", 160, 120)]
    [InlineData("?size=1920x1080", 1920, 1080)]
    public void TryParse_SizeAtTheLimits_IsAccepted(string query, int width, int height)
    {
        Assert.True(DemoOptions.TryParse(query, out DemoOptions options, out _));
        Assert.Equal((width, height), (options.Width, options.Height));
    }

    [Theory]
    [InlineData("?fps=0.1", 0.1)]
    [InlineData("?fps=60", 60)]
    public void TryParse_RateAtTheLimits_IsAccepted(string query, double rate)
    {
        Assert.True(DemoOptions.TryParse(query, out DemoOptions options, out _));
        Assert.Equal(rate, options.FramesPerSecond);
    }

    [Theory]
    [InlineData("size", "1280")]
    [InlineData("size", "1280x720x2")]
    [InlineData("size", "1281x720")]
    [InlineData("size", "1284x720")]
    [InlineData("size", "1280x721")]
    [InlineData("size", "152x720")]
    [InlineData("size", "1928x720")]
    [InlineData("size", "1280x118")]
    [InlineData("size", "1280x1082")]
    [InlineData("size", "-1280x720")]
    [InlineData("size", "1280 x720")]
    [InlineData("size", "")]
    [InlineData("fps", "0")]
    [InlineData("fps", "0.09")]
    [InlineData("fps", "60.1")]
    [InlineData("fps", "-5")]
    [InlineData("fps", "1e1")]
    [InlineData("fps", "7,5")]
    [InlineData("fps", "NaN")]
    [InlineData("fps", "fast")]
    [InlineData("strip", "2")]
    [InlineData("strip", "true")]
    [InlineData("strip", "")]
    [InlineData("seed", "1.5")]
    [InlineData("seed", "2147483648")]
    [InlineData("seed", "abc")]
    public void TryParse_BadValue_NamesKeyValueAndWhatIsAllowed(string key, string value)
    {
        Assert.False(DemoOptions.TryParse($"?{key}={value}", out DemoOptions options, out string? error));
        Assert.Equal(new DemoOptions(), options);
        AssertSentence(error, $"\"{key}\"", $"\"{value}\"", Allowed(key));
    }

    [Fact]
    public void TryParse_UnknownKey_IsNamedWithTheKnownOnes()
    {
        Assert.False(DemoOptions.TryParse("?fps=5&colour=red", out _, out string? error));
        AssertSentence(error, "\"colour\"", "size, fps, strip, seed");
    }

    [Fact]
    public void TryParse_KeyInOtherCase_IsUnknown()
    {
        Assert.False(DemoOptions.TryParse("?FPS=5", out _, out string? error));
        AssertSentence(error, "\"FPS\"", "size, fps, strip, seed");
    }

    [Fact]
    public void TryParse_KeyGivenTwice_IsRefused()
    {
        Assert.False(DemoOptions.TryParse("?fps=5&strip=1&fps=6", out DemoOptions options, out string? error));
        Assert.Equal(new DemoOptions(), options);
        AssertSentence(error, "\"fps\"", "\"6\"", "once");
    }

    [Theory]
    [InlineData("size=1280x720")]
    [InlineData("//x")]
    public void TryParse_NoQuestionMark_IsRefused(string query)
    {
        Assert.False(DemoOptions.TryParse(query, out _, out string? error));
        AssertSentence(error, $"\"{query}\"", "\"?\"", "empty");
    }

    [Theory]
    [InlineData("?")]
    [InlineData("?fps=5&")]
    [InlineData("?strip")]
    public void TryParse_PairWithoutKeyOrValue_IsRefused(string query)
    {
        Assert.False(DemoOptions.TryParse(query, out _, out string? error));
        AssertSentence(error, "\"\"", "allowed");
    }

    private static string Allowed(string key)
    {
        return key switch
        {
            "size" => "160 to 1920",
            "fps" => "0.1 to 60",
            "strip" => "0 or 1",
            _ => "-2147483648 to 2147483647",
        };
    }

    private static void AssertSentence(string? error, params string[] parts)
    {
        Assert.NotNull(error);
        Assert.EndsWith(".", error, StringComparison.Ordinal);
        Assert.All(parts, part => Assert.Contains(part, error, StringComparison.Ordinal));
    }
}
