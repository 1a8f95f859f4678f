namespace EdgeCctv.Core.Inference.Scene;

/// <summary>Makes a model: scale and threshold from video that was held out, everything else from all of it.</summary>
internal static class SceneCalibration
{
    public static LearningOutcome Learn(IReadOnlyList<KeptBlock> blocks, SceneGeometry geometry, SceneModelInfo info)
    {
        if (blocks.Count < 2)
        {
            return LearningOutcome.Refused("Too little video without a break was seen to try the model out.");
        }

        var heldOut = HeldOutFrame.Of(blocks, geometry, info.FramesPerSecond);
        SceneCues[] moving = [.. heldOut.Where(frame => frame.HasMovement).Select(frame => frame.Cues)];
        if (moving.Length == 0)
        {
            return LearningOutcome.Refused("Nothing moved but what always moves, such as a burnt-in clock or leaves.");
        }

        var scale = CueScale.Of(moving);
        var threshold = EventThreshold.Of(heldOut, scale, info.FramesPerSecond);
        var place = PlaceThreshold.Of(heldOut, blocks.Sum(block => (long)block.Samples.BelievableFrames), info.FramesPerSecond);
        var fit = SceneFit.Of([.. blocks.Select(block => block.Samples)], geometry, info.FramesPerSecond);
        return LearningOutcome.Learnt(
            new SceneModel
            {
                Geometry = geometry,
                Info = info with { Threshold = threshold.Value, PlaceThreshold = place },
                Speed = fit.Speed,
                WideSpeed = fit.WideSpeed,
                Perspective = fit.Perspective,
                Mean = fit.Shape.Mean,
                Deviation = fit.Shape.Deviation,
                Precision = fit.Shape.Precision,
                Rare = fit.Rare,
                CueMedian = scale.Median,
                CueSpread = scale.Spread,
            },
            threshold);
    }
}
