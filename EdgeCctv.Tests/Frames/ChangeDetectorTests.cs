using EdgeCctv.Core.Frames;

namespace EdgeCctv.Tests.Frames;

public sealed class ChangeDetectorTests
{
    private readonly ChangeDetector _change = new();

    [Fact]
    public void Add_SameBytes_CountsFromTheFirstOfThem()
    {
        Assert.Equal(0, Add(1, at: 10));
        Assert.Equal(4, Add(1, at: 14));
        Assert.Equal(0, Add(2, at: 15));
        Assert.Equal(0, Add(1, at: 16));
    }

    [Fact]
    public void Add_OtherBytesButSameAnalysisPicture_CountsToo()
    {
        Assert.Equal(0, Add(1, at: 10, Grey(5)));
        Assert.Equal(3, Add(2, at: 13, Grey(5)));
        Assert.Equal(0, Add(3, at: 14, Grey(6)));
    }

    [Fact]
    public void Add_PicturesWithoutAnalysisInBetween_DoNotInterrupt()
    {
        Add(1, at: 10, Grey(5));
        Assert.Equal(0, Add(2, at: 11));
        Assert.Equal(2, Add(3, at: 12, Grey(5)));
        Assert.Equal(2, Add(4, at: 12.5));
        Assert.Equal(3, Add(5, at: 13, Grey(5)));
    }

    [Fact]
    public void Add_NoAnalysisAnyMore_ItsLastVerdictExpires()
    {
        Add(1, at: 10, Grey(5));
        Add(2, at: 12, Grey(5));

        Assert.Equal(2, Add(3, at: 27));
        Assert.Equal(0, Add(4, at: 27.1));
    }

    [Fact]
    public void Add_AnalysisPictureOfAnotherSize_IsAnother()
    {
        Add(1, at: 10, new GreyPicture(2, 1, [5, 5]));
        Assert.Equal(0, Add(2, at: 11, new GreyPicture(1, 2, [5, 5])));
    }

    private static GreyPicture Grey(byte level) => new(2, 2, [level, level, level, 7]);

    private double Add(ulong hash, double at, GreyPicture? grey = null) => _change.Add(hash, grey, TimeSpan.FromSeconds(at)).TotalSeconds;
}
