namespace EdgeCctv.Core.Capture.Demo;

/// <summary>How the limbs move in a double step. Angles in radians, lengths in metres for a body of one metre.</summary>
internal readonly record struct Gait(
    float ThighSwing, float ThighCentre, float KneeRest, float KneeFold, float ArmSwing, float Elbow, float Lean, float DoubleStep)
{
    public static readonly Gait Walk = new(0.40f, 0.05f, 0.07f, 0.80f, 0.40f, 0.30f, 0.05f, 0.82f);
    public static readonly Gait Run = new(0.62f, 0.20f, 0.22f, 1.55f, 0.75f, 1.35f, 0.20f, 1.45f);
}
