using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>Draws a car with its shadow, and the lights of a moving one. Not thread-safe.</summary>
internal sealed class VehiclePainter(SceneCamera camera)
{
    private const float Appearing = 3f;

    private static readonly Vector3[] Paints = [new(0.20f, 0.205f, 0.215f), new(0.34f, 0.34f, 0.33f), new(0.045f, 0.055f, 0.085f), new(0.05f, 0.05f, 0.053f)];
    private static readonly YuvColor Dark = new(20f, 128f, 128f);

    private readonly FacePainter _faces = new(camera);
    private readonly VehicleBody _body = new(camera);
    private readonly VehicleLights _lights = new(camera);

    public void DrawParked(I420Picture picture, Vector2 place, Vector2 facing, Vector3 paint)
    {
        VehiclePose pose = new(place, facing);
        DrawShadow(picture, pose, 1f);
        _body.Draw(picture, pose, paint, 1f);
        _lights.DrawUnlit(picture, pose);
    }

    public void DrawMoving(I420Picture picture, in Walker way, double seconds)
    {
        Vector2 place = way.Place(seconds, out Vector2 facing);
        VehiclePose pose = new(place, facing);
        float walked = way.Walked(seconds);
        float opacity = Math.Clamp(MathF.Min(walked, way.Path.Length - walked) / Appearing, 0f, 1f);
        _lights.DrawBeam(picture, pose, opacity);
        DrawShadow(picture, pose, opacity);
        _body.Draw(picture, pose, Paints[(int)(way.Look % (ulong)Paints.Length)], opacity);
        _lights.DrawLamps(picture, pose, opacity);
    }

    private void DrawShadow(I420Picture picture, VehiclePose pose, float opacity)
    {
        Span<Vector3> ground =
        [
            pose.ToWorld(new(VehicleShape.Front, VehicleShape.HalfWidth, 0f)), pose.ToWorld(new(VehicleShape.Back, VehicleShape.HalfWidth, 0f)),
            pose.ToWorld(new(VehicleShape.Back, -VehicleShape.HalfWidth, 0f)), pose.ToWorld(new(VehicleShape.Front, -VehicleShape.HalfWidth, 0f)),
        ];
        float scale = camera.Project(ground[0]).PixelsPerMetre;
        _faces.Fill(picture, ground, Dark, 0f, MathF.Max(2f, 0.55f * scale), 0.8f * opacity);
    }
}
