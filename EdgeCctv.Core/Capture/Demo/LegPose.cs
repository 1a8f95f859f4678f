using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>The joints of a leg, metres.</summary>
internal readonly record struct LegPose(Vector3 Hip, Vector3 Knee, Vector3 Ankle, Vector3 Toe)
{
    /// <summary>A leg hanging from <paramref name="hip"/>; phase 0 is the moment when it swings forward past the other.</summary>
    public static LegPose Of(Vector3 hip, Vector3 facing, float height, Gait gait, float phase)
    {
        float thigh = gait.ThighCentre + (gait.ThighSwing * MathF.Sin(phase));
        // The knee bends most just before the leg passes the other one, or the foot would drag.
        float fold = MathF.Max(0f, MathF.Cos(phase + 0.2f));
        float shin = thigh - gait.KneeRest - (gait.KneeFold * fold * fold);
        Vector3 knee = hip + (Down(facing, thigh) * 0.245f * height);
        Vector3 ankle = knee + (Down(facing, shin) * 0.250f * height);
        float pitch = Math.Clamp(0.1f + (shin * 0.9f), -1.1f, 0.35f);
        Vector3 toe = ankle + (((facing * MathF.Cos(pitch)) + (Vector3.UnitZ * (MathF.Sin(pitch) - 0.12f))) * 0.095f * height);
        return new LegPose(hip, knee, ankle, toe);
    }

    public LegPose Moved(Vector3 by) => new(Hip + by, Knee + by, Ankle + by, Toe + by);

    private static Vector3 Down(Vector3 facing, float angle) => (facing * MathF.Sin(angle)) - (Vector3.UnitZ * MathF.Cos(angle));
}
