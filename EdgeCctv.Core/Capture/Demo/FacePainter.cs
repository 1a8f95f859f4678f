using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>Draws flat faces of the world that are turned to the camera, lit by the lamps.</summary>
internal sealed class FacePainter(SceneCamera camera)
{
    /// <param name="picture">Where to.</param>
    /// <param name="corners">World corners of a convex face.</param>
    /// <param name="inside">A point behind the face, to know its outer side.</param>
    /// <param name="albedo">Colour.</param>
    /// <param name="glow">Light of its own or mirrored.</param>
    /// <param name="opacity">0 to 1.</param>
    public void Draw(I420Picture picture, ReadOnlySpan<Vector3> corners, Vector3 inside, Vector3 albedo, Vector3 glow, float opacity)
    {
        Vector3 normal = Vector3.Normalize(Vector3.Cross(corners[1] - corners[0], corners[2] - corners[0]));
        normal = Vector3.Dot(normal, corners[0] - inside) < 0f ? -normal : normal;
        if (Vector3.Dot(normal, SceneCamera.Position - corners[0]) <= 0f)
        {
            return;
        }

        Vector3 light = YardLight.On((corners[0] + corners[2]) * 0.5f, normal);
        Fill(picture, corners, Tone.ToYuv((albedo * light) + glow), Fall(normal), 1.3f, opacity);
    }

    // Paint mirrors the sky above and the dark ground below; a roof mirrors only sky.
    private static float Fall(Vector3 normal) => normal.Z > 0.9f ? 0.06f : 0.24f;

    public void Fill(I420Picture picture, ReadOnlySpan<Vector3> corners, YuvColor color, float fall, float soft, float opacity)
    {
        Span<Vector2> seen = stackalloc Vector2[ConvexField.MostCorners];
        for (int i = 0; i < corners.Length; i++)
        {
            seen[i] = camera.Project(corners[i]).At;
        }

        PolygonBrush.Fill(picture, seen[..corners.Length], color, fall, soft, opacity);
    }
}
