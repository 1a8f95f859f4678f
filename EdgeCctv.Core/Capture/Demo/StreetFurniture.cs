using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>What stands in the yard: lamp posts, the lamp over the door, parked cars. Drawn once into the empty picture.</summary>
internal sealed class StreetFurniture(SceneCamera camera)
{
    private static readonly Vector3 Steel = new(0.13f, 0.135f, 0.13f);
    private static readonly YuvColor WarmBulb = new(232f, 108f, 142f);
    private static readonly YuvColor WhiteBulb = new(230f, 128f, 127f);

    public void Draw(I420Picture picture)
    {
        DrawCars(picture);
        DrawPost(picture, new Vector3(-10.3f, 20.3f, 0f), YardLight.PostHeadLeft);
        DrawPost(picture, new Vector3(6.9f, 19.75f, 0f), YardLight.PostHeadRight);
        DrawDoorLamp(picture);
    }

    private void DrawCars(I420Picture picture)
    {
        VehiclePainter painter = new(camera);
        painter.DrawParked(picture, new Vector2(-13.3f, 22.8f), Vector2.UnitX, new Vector3(0.17f, 0.175f, 0.185f));
        painter.DrawParked(picture, new Vector2(-13.1f, 17.4f), -Vector2.UnitX, new Vector3(0.12f, 0.030f, 0.032f));
        painter.DrawParked(picture, new Vector2(-13.2f, 14.65f), Vector2.UnitX, new Vector3(0.07f, 0.072f, 0.078f));
    }

    private void DrawPost(I420Picture picture, Vector3 foot, Vector3 head)
    {
        Vector3 top = foot with { Z = head.Z + 0.25f };
        DrawRod(picture, foot, foot with { Z = 1.1f }, 0.10f);
        DrawRod(picture, foot, top, 0.06f);
        DrawRod(picture, top, head + new Vector3(0f, 0f, 0.15f), 0.045f);
        DrawBulb(picture, head, WarmBulb, 0.17f, 2.0f, 0.85f);
    }

    private void DrawDoorLamp(I420Picture picture)
    {
        DrawRod(picture, YardLight.DoorLamp with { Y = YardPlan.WallY }, YardLight.DoorLamp, 0.05f);
        DrawBulb(picture, YardLight.DoorLamp, WhiteBulb, 0.10f, 0.9f, 0.6f);
    }

    private void DrawRod(I420Picture picture, Vector3 from, Vector3 to, float radius)
    {
        ScreenPoint a = camera.Project(from);
        ScreenPoint b = camera.Project(to);
        LimbTone tone = PersonLight.At(Vector3.Lerp(from, to, 0.4f)).Tone(Steel);
        CapsuleBrush.Draw(picture, new Capsule(a.At, b.At, radius * a.PixelsPerMetre, radius * b.PixelsPerMetre), tone, 1.2f, 1f);
    }

    private void DrawBulb(I420Picture picture, Vector3 at, YuvColor color, float size, float halo, float strength)
    {
        ScreenPoint seen = camera.Project(at);
        Vector2 half = new(size * 1.5f * seen.PixelsPerMetre, 0f);
        GlowBrush.Add(picture, seen.At, halo * 1.8f * seen.PixelsPerMetre, color, strength * 0.45f);
        GlowBrush.Add(picture, seen.At, halo * 0.6f * seen.PixelsPerMetre, color, strength);
        float radius = size * 0.6f * seen.PixelsPerMetre;
        CapsuleBrush.Draw(picture, new Capsule(seen.At - half, seen.At + half, radius, radius), LimbTone.Flat(color), 1.6f, 1f);
    }
}
