namespace EdgeCctv.Core.Inference.Scene;

/// <summary>A frame of the learnt video as a model sees it that did not learn from it.</summary>
/// <param name="Cues">Of the frame.</param>
/// <param name="HasMovement">Whether any cell is active: where nothing moves there is nothing to compare.</param>
/// <param name="Place">How much is where hardly ever anything is, 0 to 1.</param>
/// <param name="Follows">Whether it comes right after the one before.</param>
internal readonly record struct HeldOutFrame(SceneCues Cues, bool HasMovement, float Place, bool Follows)
{
    /// <summary>
    /// Parts of the video; each is scored by what was learnt from the others. Two would leave a model with half of what the final
    /// one knows, which matters the more, the less there is.
    /// </summary>
    private static int Parts(IReadOnlyList<KeptBlock> blocks) => blocks.Count <= FewBlocks ? 8 : 4;

    private const int FewBlocks = 40;

    /// <summary>All frames.</summary>
    public static List<HeldOutFrame> Of(IReadOnlyList<KeptBlock> blocks, SceneGeometry geometry, double framesPerSecond)
    {
        var restless = RestlessCells.Of(blocks, geometry);
        List<HeldOutFrame> frames = [];
        var from = 0;
        foreach (var to in Ends(blocks, restless))
        {
            var fit = SceneFit.Of([.. blocks.Take(from).Concat(blocks.Skip(to)).Select(block => block.Samples)], geometry, framesPerSecond);
            Score(blocks.Take(from..to), fit, geometry, restless, frames);
            from = to;
        }

        return frames;
    }

    /// <summary>Where each part ends: by movement, not by time, since the yard may have been empty for half of it.</summary>
    private static IEnumerable<int> Ends(IReadOnlyList<KeptBlock> blocks, bool[] restless)
    {
        var moving = blocks
            .Select(block => Enumerable.Range(0, block.Samples.Frames).Count(frame => block.Samples.HasMovement(frame, restless)))
            .ToArray();
        var (total, sum, part, parts) = (moving.Sum(), 0, 1, Parts(blocks));
        for (var i = 0; i < moving.Length; i++)
        {
            sum += moving[i];
            if (i == moving.Length - 1 || (part < parts && (long)sum * parts >= (long)total * part))
            {
                part++;
                yield return i + 1;
            }
        }
    }

    private static void Score(
        IEnumerable<KeptBlock> blocks, SceneFit fit, SceneGeometry geometry, bool[] restless, List<HeldOutFrame> frames)
    {
        CueMaps cues = new(fit);
        PlaceMap place = new(fit.Rare);
        CellMaps maps = new(geometry);
        var presence = new float[fit.Rare.Length];
        var all = CellMask.All(geometry);
        var isFirst = true;
        foreach (var (samples, follows) in blocks)
        {
            for (var frame = 0; frame < samples.Frames; frame++)
            {
                samples.Expand(frame, maps);
                samples.ExpandPresence(frame, presence);
                frames.Add(new HeldOutFrame(
                    cues.Compute(maps, all),
                    samples.HasMovement(frame, restless),
                    place.Compute(presence, all.Small),
                    !isFirst && (frame > 0 || follows)));
                isFirst = false;
            }
        }
    }
}
