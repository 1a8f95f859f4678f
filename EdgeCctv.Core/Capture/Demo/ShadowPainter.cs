using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>Draws the shadows that the lamps throw of a person on the ground. Not thread-safe.</summary>
internal sealed class ShadowPainter(SceneCamera camera)
{
    private const float LeastDepth = 0.05f;

    private readonly ShadowMask _mask = new(camera.Width, camera.Height);

    public void Draw(I420Picture picture, PersonPose pose, in PersonLook look, float opacity)
    {
        Vector3 foot = pose.Pelvis with { Z = 0f };
        float total = Strength(YardLight.On(foot, Vector3.UnitZ));
        foreach (ref readonly Lamp lamp in YardLight.Lamps)
        {
            float share = Strength(lamp.Light) * YardLight.Share(in lamp, foot, Vector3.UnitZ) / total;
            // Luma is about the square root of light, so is its loss.
            float depth = (1f - MathF.Sqrt(MathF.Max(0f, 1f - (share * 0.92f)))) * opacity;
            if (depth > LeastDepth)
            {
                AddPerson(lamp.Position, pose, look);
                _mask.Apply(picture, depth);
            }
        }

        AddContact(pose, look);
        _mask.Apply(picture, 0.35f * opacity);
    }

    private void AddPerson(Vector3 lamp, PersonPose pose, in PersonLook look)
    {
        float h = look.Height;
        AddLimb(lamp, pose.Pelvis, pose.Chest, 0.075f * h, 0.09f * h);
        AddLimb(lamp, pose.Neck, pose.Head, 0.04f * h, 0.06f * h);
        AddLimb(lamp, pose.LeftLeg.Hip, pose.LeftLeg.Knee, 0.05f * h, 0.04f * h);
        AddLimb(lamp, pose.LeftLeg.Knee, pose.LeftLeg.Ankle, 0.04f * h, 0.03f * h);
        AddLimb(lamp, pose.RightLeg.Hip, pose.RightLeg.Knee, 0.05f * h, 0.04f * h);
        AddLimb(lamp, pose.RightLeg.Knee, pose.RightLeg.Ankle, 0.04f * h, 0.03f * h);
        AddLimb(lamp, pose.LeftArm.Shoulder, pose.LeftArm.Elbow, 0.035f * h, 0.03f * h);
        AddLimb(lamp, pose.RightArm.Shoulder, pose.RightArm.Elbow, 0.035f * h, 0.03f * h);
    }

    private void AddContact(PersonPose pose, in PersonLook look)
    {
        AddLimb(pose.LeftLeg.Ankle, pose.LeftLeg.Toe, look.Height);
        AddLimb(pose.RightLeg.Ankle, pose.RightLeg.Toe, look.Height);
    }

    private void AddLimb(Vector3 heel, Vector3 toe, float height)
    {
        ScreenPoint a = camera.Project(heel with { Z = 0f });
        ScreenPoint b = camera.Project(toe with { Z = 0f });
        float radius = 0.045f * height * a.PixelsPerMetre;
        _mask.Add(new Capsule(a.At, b.At, radius, radius), MathF.Max(1.5f, radius * 1.5f));
    }

    private void AddLimb(Vector3 lamp, Vector3 from, Vector3 to, float fromRadius, float toRadius)
    {
        ScreenPoint a = camera.Project(OnGround(lamp, from));
        ScreenPoint b = camera.Project(OnGround(lamp, to));
        // The ground is seen at a flat angle: a round shadow appears flatter than it is wide.
        Capsule capsule = new(a.At, b.At, fromRadius * 0.8f * a.PixelsPerMetre, toRadius * 0.8f * b.PixelsPerMetre);
        // A lamp is not a point: what is higher above the ground throws the softer edge.
        _mask.Add(capsule, MathF.Max(1.5f, (0.02f + (0.055f * to.Z)) * b.PixelsPerMetre));
    }

    private static Vector3 OnGround(Vector3 lamp, Vector3 at)
    {
        float above = MathF.Max(0.5f, lamp.Z - at.Z);
        Vector3 ground = at + ((at - lamp) * (at.Z / above));
        // Nothing falls through the building.
        return new Vector3(ground.X, ground.X > YardPlan.BuildingLeft ? MathF.Min(ground.Y, YardPlan.WallY) : ground.Y, 0f);
    }

    private static float Strength(Vector3 light) => light.X + light.Y + light.Z;
}
