namespace EdgeCctv.Core.Capture.Demo;

/// <summary>How a round limb is lit: luma of the side turned to the left of the picture, to the camera, and to the right; one chroma.</summary>
internal readonly record struct LimbTone(float Left, float Middle, float Right, float U, float V)
{
    public static LimbTone Flat(YuvColor color) => new(color.Y, color.Y, color.Y, color.U, color.V);
}
