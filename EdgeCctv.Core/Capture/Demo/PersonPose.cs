using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>The joints of one person in the world, metres. Reused from person to person; not thread-safe.</summary>
internal sealed class PersonPose
{
    public Vector3 Pelvis { get; private set; }

    public Vector3 Chest { get; private set; }

    public Vector3 Neck { get; private set; }

    public Vector3 Head { get; private set; }

    /// <summary>Unit vector the person faces, along the ground.</summary>
    public Vector3 Facing { get; private set; }

    /// <summary>Unit vector to the person's left.</summary>
    public Vector3 Aside { get; private set; }

    public LegPose LeftLeg { get; private set; }

    public LegPose RightLeg { get; private set; }

    public ArmPose LeftArm { get; private set; }

    public ArmPose RightArm { get; private set; }

    /// <param name="at">Where on the ground.</param>
    /// <param name="facing">Unit direction of the walk.</param>
    /// <param name="height">Body height.</param>
    /// <param name="gait">How the limbs move.</param>
    /// <param name="phase">Where in the double step, radians.</param>
    public void Set(Vector2 at, Vector2 facing, float height, Gait gait, float phase)
    {
        Facing = new Vector3(facing, 0f);
        Aside = new Vector3(-facing.Y, facing.X, 0f);
        float h = height;
        float sway = MathF.Sin(phase) * 0.012f * h;
        Vector3 ground = new(at, 0f);
        // Hanging from the hips first; then the body is lowered until the deeper foot stands.
        Vector3 hips = ground + (Aside * sway);
        LegPose left = LegPose.Of(hips + (Aside * 0.055f * h), Facing, h, gait, phase);
        LegPose right = LegPose.Of(hips - (Aside * 0.055f * h), Facing, h, gait, phase + MathF.PI);
        Vector3 lift = Vector3.UnitZ * ((0.035f * h) - MathF.Min(left.Ankle.Z, right.Ankle.Z));
        LeftLeg = left.Moved(lift);
        RightLeg = right.Moved(lift);
        Pelvis = hips + lift;
        SetUpperBody(h, gait, phase);
    }

    private void SetUpperBody(float h, Gait gait, float phase)
    {
        Vector3 spine = Vector3.Normalize(Vector3.UnitZ + (Facing * gait.Lean));
        Chest = Pelvis + (spine * 0.215f * h);
        Neck = Pelvis + (spine * 0.315f * h);
        Head = Pelvis + (spine * 0.385f * h) + (Facing * 0.018f * h);
        float twist = MathF.Sin(phase) * 0.028f * h;
        Vector3 shoulders = Pelvis + (spine * 0.262f * h);
        LeftArm = ArmPose.Of(shoulders + (Aside * 0.112f * h) - (Facing * twist), Facing, Aside, h, gait, phase + MathF.PI);
        RightArm = ArmPose.Of(shoulders - (Aside * 0.112f * h) + (Facing * twist), Facing, -Aside, h, gait, phase);
    }
}
