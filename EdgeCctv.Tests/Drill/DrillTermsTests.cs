using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Core.Frames;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Drill;

namespace EdgeCctv.Tests.Drill;

public sealed class DrillTermsTests
{
    [Theory]
    [InlineData(DrillKind.Freeze, 0.1, 12.2, 15.2)]
    [InlineData(DrillKind.Blank, 0.1, 12.2, 15.2)]
    [InlineData(DrillKind.Disconnect, 0.1, 2.1, 10)]
    [InlineData(DrillKind.Corrupt, 0.1, 2.1, 10)]
    [InlineData(DrillKind.Corrupt, 4, 16.2, 19.2)]
    [InlineData(DrillKind.Freeze, 4, 20, 23)]
    public void For_CameraOfThisInterval_TellsWhenTheVeilMustBeUpAndLastsLonger(DrillKind kind, double interval, double within, double length)
    {
        var terms = DrillTerms.For(kind, Freshness.Default, TestFrames.Frame(1, interval: TimeSpan.FromSeconds(interval)));

        Assert.Equal((within, length), (terms.VeilWithin.TotalSeconds, terms.Length.TotalSeconds));
    }

    [Fact]
    public void For_OtherLimits_FollowsThem()
    {
        var freshness = new Freshness(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2));

        Assert.Equal(TimeSpan.FromSeconds(4), DrillTerms.For(DrillKind.Freeze, freshness, TestFrames.Frame(1)).VeilWithin);
        Assert.Equal(TimeSpan.FromSeconds(10), DrillTerms.For(DrillKind.Freeze, freshness, TestFrames.Frame(1)).Length);
        Assert.Equal(TimeSpan.FromSeconds(0.7), DrillTerms.For(DrillKind.Corrupt, freshness, TestFrames.Frame(1)).VeilWithin);
    }

    [Theory]
    [InlineData("picture-frozen", true, false)]
    [InlineData("camera-silent", false, true)]
    [InlineData("camera-reconnecting", false, true)]
    [InlineData("camera-error", false, true)]
    [InlineData("camera-starting", false, true)]
    [InlineData("connection-lost", false, false)]
    [InlineData("stopped-by-operator", false, false)]
    [InlineData("server-silent", false, false)]
    [InlineData("live", false, false)]
    public void Expects_Word_OnlyOfTheRehearsedFault(string word, bool ofRepetition, bool ofSilence) => Assert.All(
        DrillKinds.All, kind => Assert.Equal(kind.RepeatsPicture() ? ofRepetition : ofSilence, Terms(kind).Expects(word)));

    private static DrillTerms Terms(DrillKind kind) => DrillTerms.For(kind, Freshness.Default, TestFrames.Frame(1));
}
