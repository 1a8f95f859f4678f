namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// Small cells in which something moves in more than half of all frames: a burnt-in clock, leaves, water, or the middle of a busy
/// street. That they are active says nothing of whether anything is going on.
/// </summary>
internal static class RestlessCells
{
    public static bool[] Of(IReadOnlyList<KeptBlock> blocks, SceneGeometry geometry)
    {
        var counts = new int[geometry.Small.Columns * geometry.Small.Rows];
        var frames = 0;
        foreach (var (samples, _) in blocks)
        {
            frames += samples.Frames;
            for (var frame = 0; frame < samples.Frames; frame++)
            {
                samples.CountActive(frame, counts);
            }
        }

        return [.. counts.Select(count => 2 * count > frames)];
    }
}
