using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Support;
using Microsoft.Extensions.Logging;

namespace EdgeCctv.Tests.Support;

public sealed class LogRingTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly LogRing _ring;

    public LogRingTests() => _ring = new LogRing(_time);

    [Fact]
    public void Add_MoreThanItHolds_TheNewestStay()
    {
        for (var number = 1; number <= LogRing.Capacity + 3; number++)
        {
            Add($"line {number}");
        }

        var lines = _ring.Read();
        Assert.Equal((LogRing.Capacity, LogRing.Capacity + 3), (lines.Count, _ring.Last));
        Assert.Equal(("line 4", "line 503"), (lines[0].Message, lines[^1].Message));
    }

    [Fact]
    public void Add_LongMessage_IsCut()
    {
        var message = Add(new string('x', 100_000));

        Assert.Equal(LogText.Longest, message.Length);
        Assert.EndsWith("x…", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_Exception_OnlyItsFirstLineIsKept()
    {
        var message = Add("It broke", Thrown("The first line.\nThe second line."));

        Assert.Equal("It broke (InvalidOperationException: The first line.)", message);
    }

    [Fact]
    public void Add_MessageThatHoldsAStackTrace_EndsBeforeIt()
    {
        var message = Add($"Unhandled: {Thrown("No.")}");

        Assert.Equal("Unhandled: System.InvalidOperationException: No.", message);
    }

    [Fact]
    public void Add_SeveralLinesAndControlCharacters_BecomeOneLine() =>
        Assert.Equal("one two three four", Add("one\r\n  two\nthree\tfour"));

    [Theory]
    [InlineData("GET rtsp://spy:hunter2@192.0.2.1/stream failed")]
    [InlineData("opened http://192.0.2.1/?password=hunter2&x=1")]
    public void Add_Credentials_AreMasked(string text) => Assert.DoesNotContain("hunter2", Add(text), StringComparison.Ordinal);

    [Fact]
    public void Add_CredentialsInAnException_AreMasked() =>
        Assert.DoesNotContain("hunter2", Add("Failed", Thrown("No answer from rtsp://spy:hunter2@192.0.2.1/")), StringComparison.Ordinal);

    [Theory]
    [InlineData("EdgeCctv.Core.Camera.CameraLifecycleManager", "CameraLifecycleManager")]
    [InlineData("Any.Generic`1[[System.String]]", "Generic")]
    [InlineData("Plain", "Plain")]
    public void Category_AnyName_IsItsLastPart(string name, string shown) => Assert.Equal(shown, LogText.Category(name));

    [Fact]
    public void Provider_EveryLevelOfALogger_IsKeptWithItsTime()
    {
        using var provider = new LogRingProvider(_ring);
        provider.CreateLogger("A.B").Log(LogLevel.Warning, new EventId(1), "state", null, (state, _) => $"said {state}");

        Assert.Equal(new LogLine(1, _time.GetUtcNow(), LogLevel.Warning, "B", "said state"), Assert.Single(_ring.Read()));
    }

    private static InvalidOperationException Thrown(string message)
    {
        try
        {
            throw new InvalidOperationException(message);
        }
        catch (InvalidOperationException thrown)
        {
            return thrown;
        }
    }

    private string Add(string message, Exception? exception = null)
    {
        _ring.Add(LogLevel.Error, "Test", message, exception);
        return _ring.Read()[^1].Message;
    }
}
