namespace EdgeCctv.Core.Inference.Scene;

/// <summary>Three measures of one frame, each the mean of the four cells that stand out most.</summary>
/// <param name="Fast">Speed over the usual speed, one level of flow (m0).</param>
/// <param name="Wide">The same for three levels, which see faster motion (m1).</param>
/// <param name="Odd">Distance from what moving things usually look like and do (h0).</param>
internal readonly record struct SceneCues(float Fast, float Wide, float Odd)
{
    public float this[int index] => index switch { 0 => Fast, 1 => Wide, 2 => Odd, _ => throw new ArgumentOutOfRangeException(nameof(index)) };
}
