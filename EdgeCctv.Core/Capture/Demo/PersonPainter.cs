using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>Draws a person: limbs, farthest first, each lit by what falls on the place where the person is. Not thread-safe.</summary>
internal sealed class PersonPainter(SceneCamera camera)
{
    private const int MostParts = 24;

    // Jackets and shirts fall over the hips, also where the hip is nearer to the camera.
    private const float BehindTrunk = 0.25f;

    private static readonly Vector3 Bag = new(0.05f, 0.05f, 0.055f);

    private readonly Part[] _parts = new Part[MostParts];
    private int _count;

    public void Draw(I420Picture picture, PersonPose pose, in PersonLook look, float opacity)
    {
        _count = 0;
        AddLegs(pose, look);
        AddTrunk(pose, look);
        AddArms(pose, look);
        AddHead(pose, look);
        SortFarthestFirst();
        PersonLight light = PersonLight.At(pose.Chest);
        for (int i = 0; i < _count; i++)
        {
            ref readonly Part part = ref _parts[i];
            CapsuleBrush.Draw(picture, part.Shape, light.Tone(part.Albedo), part.Soft, opacity);
        }
    }

    private void AddLegs(PersonPose pose, in PersonLook look)
    {
        AddLeg(pose.LeftLeg, look);
        AddLeg(pose.RightLeg, look);
    }

    private void AddLeg(in LegPose leg, in PersonLook look)
    {
        float h = look.Height;
        Add(leg.Hip, leg.Knee, 0.052f * h * look.Build, 0.041f * h, look.Trousers, BehindTrunk);
        Add(leg.Knee, leg.Ankle, 0.039f * h, 0.030f * h, look.Trousers, BehindTrunk);
        Add(leg.Ankle - (Vector3.UnitZ * 0.008f * h), leg.Toe, 0.027f * h, 0.019f * h, look.Shoes, BehindTrunk);
    }

    private void AddTrunk(PersonPose pose, in PersonLook look)
    {
        float h = look.Height;
        // Bodies are wider than deep: what the camera sees of them depends on which way they face.
        Vector3 line = Vector3.Normalize(SceneCamera.Position - pose.Chest);
        float frontal = MathF.Abs(Vector3.Dot(line, pose.Facing));
        float wide = float.Lerp(0.074f, 0.098f, frontal) * h * look.Build;
        Vector3 hem = pose.Pelvis - (Vector3.UnitZ * (look.LongCoat ? 0.13f : 0.02f) * h);
        Add(pose.Chest, hem, wide, wide * (look.LongCoat ? 1.02f : 0.86f), look.Top, 0f);
        // From the shoulders to the collar.
        Add(pose.Chest, pose.Neck - (Vector3.UnitZ * 0.012f * h), wide * 0.88f, 0.036f * h, look.Top, -0.01f);
        Add(pose.LeftArm.Shoulder, pose.RightArm.Shoulder, 0.041f * h, 0.041f * h, look.Top, 0f);
        if (look.Backpack)
        {
            Vector3 behind = pose.Facing * (-0.09f * h);
            Add(pose.Chest + behind + (Vector3.UnitZ * 0.03f * h), pose.Chest + behind - (Vector3.UnitZ * 0.10f * h), 0.062f * h, 0.068f * h, Bag, 0f);
        }
    }

    private void AddArms(PersonPose pose, in PersonLook look)
    {
        AddArm(pose.LeftArm, look);
        AddArm(pose.RightArm, look);
    }

    private void AddArm(in ArmPose arm, in PersonLook look)
    {
        float h = look.Height;
        Vector3 wrist = Vector3.Lerp(arm.Elbow, arm.Hand, 0.82f);
        Add(arm.Shoulder, arm.Elbow, 0.037f * h * look.Build, 0.030f * h, look.Top * 0.92f, 0f);
        Add(arm.Elbow, wrist, 0.029f * h, 0.023f * h, look.Top * 0.92f, 0f);
        Add(wrist, arm.Hand, 0.020f * h, 0.020f * h, look.Skin, 0f);
    }

    private void AddHead(PersonPose pose, in PersonLook look)
    {
        float h = look.Height;
        Vector3 chin = pose.Head - (Vector3.UnitZ * 0.028f * h) + (pose.Facing * 0.010f * h);
        Vector3 crown = pose.Head + (Vector3.UnitZ * 0.024f * h);
        Add(pose.Neck + (Vector3.UnitZ * 0.012f * h), pose.Head, 0.030f * h, 0.030f * h, look.Skin * 0.85f, 0f);
        Add(crown, chin, 0.049f * h, 0.038f * h, look.Skin, -0.02f);
        Vector3 back = pose.Facing * (-0.017f * h);
        Add(crown + back + (Vector3.UnitZ * 0.012f * h), pose.Head + (back * 1.3f), 0.051f * h, 0.044f * h, look.Hair, -0.021f);
    }

    private void Add(Vector3 from, Vector3 to, float fromRadius, float toRadius, Vector3 albedo, float farther)
    {
        ScreenPoint a = camera.Project(from);
        ScreenPoint b = camera.Project(to);
        Capsule shape = new(a.At, b.At, fromRadius * a.PixelsPerMetre, toRadius * b.PixelsPerMetre);
        _parts[_count++] = new Part(shape, albedo, (a.Depth + b.Depth) + farther, Softness(shape));
    }

    // Small figures need a harder edge to keep their shape.
    private static float Softness(in Capsule shape) => Math.Clamp(shape.FromRadius * 0.35f, 1f, 1.8f);

    private void SortFarthestFirst()
    {
        for (int i = 1; i < _count; i++)
        {
            Part part = _parts[i];
            int j = i - 1;
            while (j >= 0 && _parts[j].Depth < part.Depth)
            {
                _parts[j + 1] = _parts[j];
                j--;
            }

            _parts[j + 1] = part;
        }
    }

    private readonly record struct Part(Capsule Shape, Vector3 Albedo, float Depth, float Soft);
}
