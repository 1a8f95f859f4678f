using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>The lamps of a car, their halo in the lens, and the beam on the ground.</summary>
internal sealed class VehicleLights(SceneCamera camera)
{
    private const float LampHeight = 0.66f;
    private const float LampAside = 0.62f;

    private static readonly YuvColor Head = new(235f, 124f, 130f);
    private static readonly YuvColor Tail = new(120f, 96f, 196f);
    private static readonly YuvColor Lens = new(92f, 126f, 129f);
    private static readonly YuvColor DullTail = new(48f, 118f, 152f);

    private readonly BeamPainter _beam = new(camera);

    public void DrawUnlit(I420Picture picture, VehiclePose pose)
    {
        DrawPair(picture, pose, VehicleShape.Front - 0.04f, Lens, 0.09f, 0f, 1f);
        DrawPair(picture, pose, VehicleShape.Back, DullTail, 0.08f, 0f, 1f);
    }

    public void DrawBeam(I420Picture picture, VehiclePose pose, float opacity) => _beam.Draw(picture, pose, opacity);

    public void DrawLamps(I420Picture picture, VehiclePose pose, float opacity)
    {
        DrawPair(picture, pose, VehicleShape.Front - 0.02f, Head, 0.12f, 1f, opacity);
        DrawPair(picture, pose, VehicleShape.Back, Tail, 0.09f, 0.35f, opacity);
    }

    private void DrawPair(I420Picture picture, VehiclePose pose, float x, YuvColor color, float size, float halo, float opacity)
    {
        DrawLamp(picture, pose, new Vector3(x, LampAside, LampHeight), color, size, halo, opacity);
        DrawLamp(picture, pose, new Vector3(x, -LampAside, LampHeight), color, size, halo, opacity);
    }

    private void DrawLamp(I420Picture picture, VehiclePose pose, Vector3 own, YuvColor color, float size, float halo, float opacity)
    {
        Vector3 at = pose.ToWorld(own);
        Vector3 outward = new(pose.Facing * MathF.Sign(own.X), 0f);
        float facing = Vector3.Dot(Vector3.Normalize(SceneCamera.Position - at), outward);
        if (facing < 0.05f)
        {
            return;
        }

        ScreenPoint seen = camera.Project(at);
        float radius = size * seen.PixelsPerMetre;
        // The closer one looks into a headlight the more it dazzles.
        GlowBrush.Add(picture, seen.At, ((3.5f + (9f * facing * facing)) * radius * halo) + 1f, color, halo * opacity * (0.35f + (0.55f * facing)));
        Vector2 half = new(radius * 0.7f * facing, 0f);
        CapsuleBrush.Draw(picture, new Capsule(seen.At - half, seen.At + half, radius * 0.8f, radius * 0.8f), LimbTone.Flat(color), 1.5f, opacity);
    }
}
