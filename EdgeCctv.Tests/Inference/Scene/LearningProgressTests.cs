using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Inference.Scene;

public sealed class LearningProgressTests
{
    [Theory]
    [InlineData(0, 0, 0, 0, "Not enough was seen yet: 300 more frames are needed, nothing has moved so far.")]
    [InlineData(200, 20, 40, 3, "Not enough was seen yet: 100 more frames are needed, something must move in 110 more frames, movement was seen in too few places.")]
    [InlineData(900, 60, 0, 0, "Not enough was seen yet: nothing has moved so far.")]
    [InlineData(900, 60, 200, 11, "Not enough was seen yet: movement was seen in too few places.")]
    [InlineData(900, 60, 200, 12, "Enough was seen for a start; some minutes more make the model surer.")]
    [InlineData(4500, 300, 200, 12, "Enough was seen.")]
    public void Verdict_AtAnyPoint_SaysWhatIsMissing(int frames, int seconds, int moving, int cells, string expected)
    {
        LearningProgress progress = new(frames, TimeSpan.FromSeconds(seconds), moving, cells);

        Assert.Equal(expected, progress.Verdict);
        Assert.Equal(progress.IsEnough, expected.StartsWith("Enough", StringComparison.Ordinal));
        Assert.Equal(progress.IsEnough, progress.Share >= 1);
    }
}
