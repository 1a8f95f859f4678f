using Microsoft.ML.OnnxRuntime.Tensors;

namespace EdgeCctv.Core.Inference.Detection;

/// <summary>Which inputs a model has: the picture, and for some the picture's size.</summary>
/// <param name="Picture">[1, 3, height, width], floats.</param>
/// <param name="Size">[1, 2], whole numbers; null when it asks for none.</param>
/// <param name="Width">Of the picture in pixels.</param>
/// <param name="Height">Of the picture in pixels.</param>
internal sealed record DetectorInputs(ModelPort Picture, ModelPort? Size, int Width, int Height)
{
    // What most families are trained for.
    private const int UsualSide = 640;

    // Larger ones would need gigabytes: the shape in the file, or in the options, is wrong.
    private const int LongestSide = 4096;

    /// <param name="ports">All inputs of the model.</param>
    /// <param name="wanted">The size that the options ask for.</param>
    /// <param name="seen">The model in words, for a refusal.</param>
    /// <exception cref="AnalysisException">They are not what a detector has.</exception>
    public static DetectorInputs Of(IReadOnlyList<ModelPort> ports, (int Width, int Height)? wanted, string seen)
    {
        var picture = ports.FirstOrDefault(IsPicture)
            ?? throw new AnalysisException($"The detector has no input for a picture, float [1, 3, height, width]: {seen}.");
        var others = ports.Where(port => port != picture).ToArray();
        if (others.Length > 1 || (others is [var other] && !IsSize(other)))
        {
            throw new AnalysisException($"The detector wants more than a picture and its size: {seen}.");
        }

        return new DetectorInputs(
            picture,
            others.SingleOrDefault(),
            Side("width", picture.Shape[3], wanted?.Width, picture),
            Side("height", picture.Shape[2], wanted?.Height, picture));
    }

    private static bool IsPicture(ModelPort port) => port is { IsFloat: true, Shape: [1 or -1, 3 or -1, _, _] };

    private static bool IsSize(ModelPort port) =>
        port.Type is TensorElementType.Int64 or TensorElementType.Int32 or TensorElementType.Float && port.Shape is [1 or -1, 2 or -1];

    private static int Side(string name, int own, int? wanted, ModelPort picture)
    {
        if (own > 0 && wanted is { } other && other != own)
        {
            throw new AnalysisException($"The detector's input has a {name} of {own} pixels, which cannot be changed to {other}: {picture}.");
        }

        var side = own > 0 ? own : wanted ?? UsualSide;
        return side <= LongestSide
            ? side
            : throw new AnalysisException($"The detector's input has a {name} of {side} pixels; the most is {LongestSide}: {picture}.");
    }
}
