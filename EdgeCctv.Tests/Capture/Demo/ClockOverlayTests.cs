using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Demo;

namespace EdgeCctv.Tests.Capture.Demo;

public sealed class ClockOverlayTests
{
    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(1280, 720)]
    [InlineData(320, 180)]
    [InlineData(160, 120)]
    public void Draw_AnySize_ShowsBrightTextInTheUpperLeftOnly(int width, int height)
    {
        I420Picture picture = Drawn(width, height, DemoFrames.Noon);
        int bright = picture.Y.Count((byte)228);
        Assert.True(bright > 100, $"Only {bright} pixels are lit.");
        Assert.False(picture.Y[(height * 2 / 5 * width)..].ContainsAnyExcept((byte)100));
        Assert.Equal(100, picture.Y[width - 1]);
    }

    [Fact]
    public void Draw_OtherMillisecond_ChangesOnlyTheLastDigit()
    {
        I420Picture one = Drawn(1280, 720, DemoFrames.Noon);
        I420Picture other = Drawn(1280, 720, DemoFrames.Noon.AddMilliseconds(1));
        int[] columns = Enumerable.Range(0, one.Y.Length).Where(i => one.Data[i] != other.Data[i]).Select(i => i % 1280).ToArray();
        Assert.NotEmpty(columns);
        // The 23rd of 27 letters of 18 pixels each, after the margin.
        Assert.InRange(columns.Min(), 12 + (22 * 18), 12 + (23 * 18));
        Assert.InRange(columns.Max(), 12 + (22 * 18), 12 + (23 * 18) + 6);
    }

    [Fact]
    public void Draw_LocalTime_ShowsUtc()
    {
        I420Picture utc = Drawn(1280, 720, DemoFrames.Noon);
        I420Picture local = Drawn(1280, 720, DemoFrames.Noon.ToOffset(TimeSpan.FromHours(5)));
        Assert.Equal(utc.Data, local.Data);
    }

    [Fact]
    public void Font_EachLetter_LooksUnlikeTheOthers()
    {
        string[] shapes = Enumerable.Range(0, ClockFont.Letters.Length).Select(Shape).ToArray();
        Assert.All(shapes, shape => Assert.Equal(ClockFont.Columns * ClockFont.Rows, shape.Length));
        Assert.Equal(shapes.Length, shapes.Distinct().Count());
    }

    private static string Shape(int letter)
    {
        return string.Concat(Enumerable.Range(0, ClockFont.Rows * ClockFont.Columns)
            .Select(i => ClockFont.HasDot(letter, i % ClockFont.Columns, i / ClockFont.Columns) ? '#' : '.'));
    }

    private static I420Picture Drawn(int width, int height, DateTimeOffset utc)
    {
        I420Picture picture = new(width, height);
        picture.Y.Fill(100);
        new ClockOverlay(width, height).Draw(picture, utc);
        return picture;
    }
}
