namespace EdgeCctv.Core.Inference.Scene;

/// <summary>A frame of the learnt video as a model sees it that did not learn from it.</summary>
/// <param name="Cues">Of the frame.</param>
/// <param name="HasMovement">Whether any cell is active: where nothing moves there is nothing to compare.</param>
/// <param name="Follows">Whether it comes right after the one before.</param>
internal readonly record struct HeldOutFrame(SceneCues Cues, bool HasMovement, bool Follows)
{
    /// <summary>All frames, each half of the video scored by what was learnt from the other half.</summary>
    public static List<HeldOutFrame> Of(IReadOnlyList<KeptBlock> blocks, SceneGeometry geometry)
    {
        var half = Half(blocks);
        List<HeldOutFrame> frames = [];
        foreach (var (scored, learnt) in ((Range, Range)[])[(..half, half..), (half.., ..half)])
        {
            var fit = SceneFit.Of([.. blocks.Take(learnt).Select(block => block.Samples)], geometry);
            Score(blocks.Take(scored), fit, geometry, frames);
        }

        return frames;
    }

    // By movement, not by time: the yard may have been empty for all of the first half.
    private static int Half(IReadOnlyList<KeptBlock> blocks)
    {
        var moving = blocks.Select(block => Enumerable.Range(0, block.Samples.Frames).Count(block.Samples.HasMovement)).ToArray();
        var (total, sum) = (moving.Sum(), 0);
        for (var i = 0; i < moving.Length; i++)
        {
            sum += moving[i];
            if (2 * sum >= total)
            {
                return Math.Clamp(i + 1, 1, blocks.Count - 1);
            }
        }

        return blocks.Count / 2;
    }

    private static void Score(IEnumerable<KeptBlock> blocks, SceneFit fit, SceneGeometry geometry, List<HeldOutFrame> frames)
    {
        CueMaps cues = new(fit);
        CellMaps maps = new(geometry);
        var all = CellMask.All(geometry);
        var isFirst = true;
        foreach (var (samples, follows) in blocks)
        {
            for (var frame = 0; frame < samples.Frames; frame++)
            {
                samples.Expand(frame, maps);
                frames.Add(new HeldOutFrame(cues.Compute(maps, all), samples.HasMovement(frame), !isFirst && (frame > 0 || follows)));
                isFirst = false;
            }
        }
    }
}
