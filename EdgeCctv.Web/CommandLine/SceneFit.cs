using System.Globalization;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Clips;
using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Web.CommandLine;

/// <summary>Whether a clip and a scene model go together: speeds are in pixels of the analysis picture from one frame to the next.</summary>
internal static class SceneFit
{
    // Sizes are even numbers: the shape of small pictures is off by as much.
    private const double ShapeTolerance = 0.03;

    /// <summary>The size to scale frames of this size to, for a model of that geometry.</summary>
    /// <exception cref="CaptureException">They have another shape, or are smaller.</exception>
    public static (int Width, int Height) Size(SceneGeometry model, int width, int height)
    {
        var shape = (double)width * model.Height / ((double)height * model.Width);
        return width >= model.Width && height >= model.Height && Math.Abs(shape - 1) <= ShapeTolerance
            ? (model.Width, model.Height)
            : throw new CaptureException(
                CameraFault.Damaged, $"{width} × {height} pixels cannot be scaled down to the {model.Width} × {model.Height} of the model. Learn this scene with clips of its own.");
    }

    /// <summary>The geometry of a model that is learnt from frames of this size.</summary>
    /// <exception cref="CaptureException">They are too small.</exception>
    public static SceneGeometry Geometry(int width, int height)
    {
        var geometry = SceneGeometry.For(width, height);
        return Math.Min(geometry.Width, geometry.Height) >= SceneGeometry.Least
            ? geometry
            : throw new CaptureException(
                CameraFault.Damaged, $"{width} × {height} pixels are too few to learn from: scaled to {geometry.Width} × {geometry.Height}, no side may be shorter than {SceneGeometry.Least}.");
    }

    /// <summary>The frames of a clip to compare with a model of this rate.</summary>
    /// <exception cref="CommandException">The clip's rate is too far from it.</exception>
    public static AnalysisPace Pace(ClipPath clip, ClipFacts facts, double modelRate) =>
        AnalysisPace.ForModel(facts.FramesPerSecond, modelRate) ?? throw CommandException.BadData(string.Create(
            CultureInfo.InvariantCulture,
            $"{clip.Path} has {facts.FramesPerSecond:0.###} frames per second, which is no multiple (within 10 %) of the {modelRate:0.###} that the model is for. Learn the scene at this rate."));
}
