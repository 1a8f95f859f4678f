using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Demo;

namespace EdgeCctv.Tests.Capture.Demo;

public sealed class TimeStripTests
{
    [Theory]
    [InlineData(1280, 720)]
    [InlineData(1920, 1080)]
    [InlineData(320, 180)]
    [InlineData(160, 120)]
    [InlineData(168, 122)]
    [InlineData(648, 486)]
    public void Draw_AnySize_TheClockReadsBackFromEachOfItsRows(int width, int height)
    {
        I420Picture picture = new(width, height);
        foreach (DateTimeOffset utc in Clocks())
        {
            TimeStrip.Draw(picture, utc);
            AssertReads(utc, picture);
        }
    }

    [Theory]
    [InlineData(320, 180)]
    [InlineData(168, 122)]
    public void Render_WithStrip_TheClockReadsBack(int width, int height)
    {
        DemoScene scene = DemoFrames.Scene(42, width, height, strip: true);
        foreach (DateTimeOffset utc in Clocks())
        {
            AssertReads(utc, DemoFrames.Render(scene, 3, utc, width, height));
        }
    }

    [Fact]
    public void Render_WithStrip_HasNoColourAndNoNoiseInIt()
    {
        DemoScene scene = DemoFrames.Scene(42, strip: true);
        I420Picture picture = DemoFrames.Render(scene, 3, DemoFrames.Noon);
        Assert.All(picture.Y[^(16 * 320)..].ToArray(), sample => Assert.True(sample is 16 or 235));
        Assert.All(picture.U[^(8 * 160)..].ToArray(), sample => Assert.Equal(128, sample));
        Assert.All(picture.V[^(8 * 160)..].ToArray(), sample => Assert.Equal(128, sample));
    }

    [Fact]
    public void Render_WithStrip_LeavesTheRestOfThePictureAlone()
    {
        I420Picture with = DemoFrames.Render(DemoFrames.Scene(42, strip: true), 3, DemoFrames.Noon);
        I420Picture without = DemoFrames.Render(DemoFrames.Scene(42), 3, DemoFrames.Noon);
        Assert.True(with.Y[..^(16 * 320)].SequenceEqual(without.Y[..^(16 * 320)]));
        Assert.False(with.Y.SequenceEqual(without.Y));
    }

    private static IEnumerable<DateTimeOffset> Clocks()
    {
        yield return DemoFrames.Noon;
        yield return DemoFrames.Noon.AddMilliseconds(1);
        yield return DateTimeOffset.FromUnixTimeMilliseconds(0);
        yield return DateTimeOffset.FromUnixTimeMilliseconds(0x1_8000_0001);
        yield return DateTimeOffset.FromUnixTimeMilliseconds(0xFFFF_FFFF);
        yield return DateTimeOffset.FromUnixTimeMilliseconds(0xAAAA_AAAA);
    }

    private static void AssertReads(DateTimeOffset utc, I420Picture picture)
    {
        for (int row = picture.Height - 16; row < picture.Height; row++)
        {
            Assert.Equal(unchecked((uint)utc.ToUnixTimeMilliseconds()), Read(picture, row));
        }
    }

    // Written against the description of the strip, not against the drawing code.
    private static uint Read(I420Picture picture, int row)
    {
        uint value = 0;
        for (int block = 0; block < 32; block++)
        {
            int middle = ((block * picture.Width / 32) + ((block + 1) * picture.Width / 32)) / 2;
            value = (value << 1) | (picture.Y[(row * picture.Width) + middle] > 127 ? 1u : 0u);
        }

        return value;
    }
}
