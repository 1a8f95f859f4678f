using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Inference.Scene;

public sealed class BackgroundPaceTests
{
    private const double FramesPerSecond = 2;
    private const int Settled = 40;
    private const int MostUpset = 10;

    private readonly BackgroundPace _pace = new(FramesPerSecond);

    [Fact]
    public void Rate_WhileItSettles_MakesItTheMeanOfAllPictures()
    {
        var (mean, random, seen) = (0f, new Random(1), new List<float>());
        for (var frame = 0; frame < Settled; frame++)
        {
            seen.Add(random.NextSingle());
            mean += _pace.Rate * (seen[^1] - mean);
            _pace.Advance(0);
        }

        Assert.Equal(seen.Average(), mean, 1e-5);
    }

    [Fact]
    public void Rate_Settled_StaysThatOfTwentySeconds()
    {
        Advance(10 * Settled);

        Assert.Equal(1f / Settled, _pace.Rate);
    }

    [Fact]
    public void Limit_Settled_IsASmallStep()
    {
        Assert.Equal(255, _pace.Limit);
        Advance(Settled);
        Assert.Equal(255, _pace.Limit);

        Advance(1);

        Assert.Equal(8, _pace.Limit);
    }

    [Fact]
    public void IsBelievable_AfterTwentySeconds_NotBefore()
    {
        Assert.True(_pace.IsBlank);
        Advance(Settled);
        Assert.Equal((false, false), (_pace.IsBlank, _pace.IsBelievable));

        Advance(1);

        Assert.True(_pace.IsBelievable);
    }

    [Fact]
    public void Advance_TooManyCells_CannotBeBelievedUntilTheyAreFewAgain()
    {
        Advance(Settled + 1);

        Advance(1, BackgroundPace.MostPresent);
        Assert.True(_pace.IsBelievable);
        Advance(MostUpset, 0.26f);
        Assert.Equal((false, false), (_pace.IsBelievable, _pace.IsBlank));

        Advance(1);
        Assert.True(_pace.IsBelievable);
    }

    [Fact]
    public void Advance_TooManyCellsForLongerThanFiveSeconds_BeginsAnew()
    {
        Advance(Settled + 1);
        Advance(MostUpset, 1);
        Assert.False(_pace.IsBlank);

        Advance(1, 1);

        Assert.Equal((true, 1f), (_pace.IsBlank, _pace.Rate));
    }

    [Fact]
    public void Advance_TooManyCellsNowAndThen_DoesNotAddUp()
    {
        Advance(Settled + 1);
        for (var time = 0; time < 5; time++)
        {
            Advance(MostUpset, 1);
            Advance(1);
        }

        Assert.True(_pace.IsBelievable);
    }

    /// <summary>Compared with a mean of few pictures everything may look strange: it would never settle.</summary>
    [Fact]
    public void Advance_TooManyCellsWhileItSettles_DoesNotCount()
    {
        Advance(Settled, 1);
        Advance(1);

        Assert.True(_pace.IsBelievable);
    }

    [Fact]
    public void Forget_Anything_IsAsAtFirst()
    {
        Advance(2 * Settled);
        Advance(3, 1);

        _pace.Forget();

        Assert.Equal((true, false, 1f, 255f), (_pace.IsBlank, _pace.IsBelievable, _pace.Rate, _pace.Limit));
        Advance(Settled + 1);
        Assert.True(_pace.IsBelievable);
    }

    private void Advance(int frames, float presentShare = 0)
    {
        for (var frame = 0; frame < frames; frame++)
        {
            _pace.Advance(presentShare);
        }
    }
}
