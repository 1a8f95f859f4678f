using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>The joints of an arm, metres.</summary>
internal readonly record struct ArmPose(Vector3 Shoulder, Vector3 Elbow, Vector3 Hand)
{
    /// <summary>An arm hanging from <paramref name="shoulder"/>; it swings with the leg whose phase it is given.</summary>
    public static ArmPose Of(Vector3 shoulder, Vector3 facing, Vector3 outward, float height, Gait gait, float phase)
    {
        float swing = MathF.Sin(phase);
        float upper = (gait.ArmSwing * swing) - 0.05f;
        float lower = upper + gait.Elbow + (gait.Elbow * 0.5f * swing);
        Vector3 elbow = shoulder + (Down(facing, outward, upper, 0.13f) * 0.172f * height);
        Vector3 hand = elbow + (Down(facing, outward, lower, 0.03f) * 0.185f * height);
        return new ArmPose(shoulder, elbow, hand);
    }

    private static Vector3 Down(Vector3 facing, Vector3 outward, float angle, float away)
    {
        return Vector3.Normalize((facing * MathF.Sin(angle)) - (Vector3.UnitZ * MathF.Cos(angle)) + (outward * away));
    }
}
