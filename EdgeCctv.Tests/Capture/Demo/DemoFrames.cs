using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Demo;

namespace EdgeCctv.Tests.Capture.Demo;

/// <summary>Scenes and pictures as the tests need them.</summary>
internal static class DemoFrames
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, 120, TimeSpan.Zero);

    public static DemoScene Scene(int seed, int width = 320, int height = 180, bool strip = false)
    {
        return new DemoScene(new DemoOptions { Width = width, Height = height, Strip = strip }, seed);
    }

    public static I420Picture Render(DemoScene scene, double seconds, DateTimeOffset utc, int width = 320, int height = 180)
    {
        I420Picture picture = new(width, height);
        scene.Render(TimeSpan.FromSeconds(seconds), utc, picture);
        return picture;
    }

    /// <summary>The mean luma of each square of four by four pixels: there the noise is mostly gone, and a person is not.</summary>
    public static int[] Blocks(I420Picture picture)
    {
        int columns = picture.Width / 4;
        int[] sums = new int[columns * (picture.Height / 4)];
        for (int y = 0; y < picture.Height / 4 * 4; y++)
        {
            for (int x = 0; x < columns * 4; x++)
            {
                sums[(y / 4 * columns) + (x / 4)] += picture.Y[(y * picture.Width) + x];
            }
        }

        return Array.ConvertAll(sums, sum => sum / 16);
    }

    /// <summary>How many squares differ by more than noise makes likely.</summary>
    public static int ChangedBlocks(I420Picture one, I420Picture other)
    {
        return Blocks(one).Zip(Blocks(other)).Count(pair => Math.Abs(pair.First - pair.Second) > 6);
    }
}
