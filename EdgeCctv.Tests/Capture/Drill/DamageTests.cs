using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Capture.Drill;

public sealed class DamageTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Of_AnyTurn_IsFoundBrokenAndLeavesThePictureAlone(int turn)
    {
        byte[][] pictures = [TinyJpeg.Numbered(7), EvenJpeg.Encode(320, 180), [.. TinyJpeg.Numbered(7), .. new byte[JpegStructure.LongestPadding]]];
        Assert.All(pictures, picture =>
        {
            var before = (byte[])picture.Clone();

            Assert.NotNull(JpegStructure.Check(Damage.Of(picture, turn), out _));

            Assert.Equal(before, picture);
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Of_HardlyAnything_IsStillNoPicture(int turn) => Assert.All(
        Enumerable.Range(0, 4), length => Assert.NotNull(JpegStructure.Check(Damage.Of(new byte[length], turn), out _)));
}
