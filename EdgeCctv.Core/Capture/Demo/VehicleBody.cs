using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>Draws the body of a car: two convex solids, one on the other, with windows and wheels.</summary>
internal sealed class VehicleBody(SceneCamera camera)
{
    private static readonly Vector3 Rubber = new(0.012f);
    private static readonly Vector3 Rim = new(0.09f);
    private static readonly Vector3 Glass = new(0.015f, 0.017f, 0.02f);
    private static readonly Vector3 Mirrored = new(0.010f, 0.011f, 0.014f);

    private readonly FacePainter _faces = new(camera);

    public void Draw(I420Picture picture, VehiclePose pose, Vector3 paint, float opacity)
    {
        DrawHull(picture, pose, paint, opacity);
        DrawSide(picture, pose, paint, 1f, opacity);
        DrawSide(picture, pose, paint, -1f, opacity);
        DrawCabin(picture, pose, paint, opacity);
    }

    private void DrawHull(I420Picture picture, VehiclePose pose, Vector3 paint, float opacity)
    {
        Vector3 inside = pose.ToWorld(new Vector3(0f, 0f, 0.6f));
        ReadOnlySpan<Vector2> outline = VehicleShape.Body;
        Span<Vector3> face = stackalloc Vector3[4];
        for (int i = 0; i < outline.Length; i++)
        {
            Vector2 a = outline[i];
            Vector2 b = outline[(i + 1) % outline.Length];
            face[0] = pose.ToWorld(new Vector3(a.X, VehicleShape.HalfWidth, a.Y));
            face[1] = pose.ToWorld(new Vector3(b.X, VehicleShape.HalfWidth, b.Y));
            face[2] = pose.ToWorld(new Vector3(b.X, -VehicleShape.HalfWidth, b.Y));
            face[3] = pose.ToWorld(new Vector3(a.X, -VehicleShape.HalfWidth, a.Y));
            bool bumper = MathF.Max(a.Y, b.Y) < 0.5f;
            _faces.Draw(picture, face, inside, bumper ? paint * 0.35f : paint, Vector3.Zero, opacity);
        }
    }

    private void DrawSide(I420Picture picture, VehiclePose pose, Vector3 paint, float side, float opacity)
    {
        ReadOnlySpan<Vector2> outline = VehicleShape.Body;
        Span<Vector3> face = stackalloc Vector3[ConvexField.MostCorners];
        for (int i = 0; i < outline.Length; i++)
        {
            face[i] = pose.ToWorld(new Vector3(outline[i].X, VehicleShape.HalfWidth * side, outline[i].Y));
        }

        Vector3 inside = pose.ToWorld(new Vector3(0f, 0f, 0.6f));
        _faces.Draw(picture, face[..outline.Length], inside, paint * 0.9f, Vector3.Zero, opacity);
        DrawSeam(picture, pose, paint, 0.80f, side, opacity);
        DrawSeam(picture, pose, paint, -0.33f, side, opacity);
        DrawWheel(picture, pose, VehicleShape.WheelX, side, opacity);
        DrawWheel(picture, pose, -VehicleShape.WheelX, side, opacity);
    }

    // The gap at the edge of a door.
    private void DrawSeam(I420Picture picture, VehiclePose pose, Vector3 paint, float x, float side, float opacity)
    {
        float y = VehicleShape.HalfWidth * 1.005f * side;
        Span<Vector3> face =
        [
            pose.ToWorld(new(x, y, 0.32f)), pose.ToWorld(new(x + 0.025f, y, 0.32f)), pose.ToWorld(new(x + 0.025f, y, 0.92f)), pose.ToWorld(new(x, y, 0.92f)),
        ];
        _faces.Draw(picture, face, pose.ToWorld(new Vector3(x, 0f, 0.6f)), paint * 0.35f, Vector3.Zero, opacity * 0.7f);
    }

    private void DrawWheel(I420Picture picture, VehiclePose pose, float x, float side, float opacity)
    {
        DrawDisc(picture, pose, x, side, VehicleShape.WheelRadius * 1.16f, Vector3.Zero, opacity);
        DrawDisc(picture, pose, x, side, VehicleShape.WheelRadius, Rubber, opacity);
        DrawDisc(picture, pose, x, side, VehicleShape.WheelRadius * 0.58f, Rim, opacity);
    }

    private void DrawDisc(I420Picture picture, VehiclePose pose, float x, float side, float radius, Vector3 albedo, float opacity)
    {
        Span<Vector3> face = stackalloc Vector3[ConvexField.MostCorners];
        for (int i = 0; i < face.Length; i++)
        {
            (float sin, float cos) = MathF.SinCos(i * MathF.Tau / face.Length);
            face[i] = pose.ToWorld(new Vector3(x + (radius * cos), VehicleShape.HalfWidth * 1.01f * side, VehicleShape.WheelRadius + (radius * sin)));
        }

        _faces.Draw(picture, face, pose.ToWorld(new Vector3(x, 0f, VehicleShape.WheelRadius)), albedo, Vector3.Zero, opacity);
    }

    private void DrawCabin(I420Picture picture, VehiclePose pose, Vector3 paint, float opacity)
    {
        Span<Vector3> corners = stackalloc Vector3[8];
        for (int i = 0; i < corners.Length; i++)
        {
            corners[i] = pose.ToWorld(VehicleShape.Cabin[i]);
        }

        Vector3 inside = pose.ToWorld(new Vector3(-0.5f, 0f, 1.1f));
        Span<Vector3> face = stackalloc Vector3[4];
        for (int i = 0; i < 4; i++)
        {
            int next = (i + 1) % 4;
            face[0] = corners[i];
            face[1] = corners[next];
            face[2] = corners[next + 4];
            face[3] = corners[i + 4];
            _faces.Draw(picture, face, inside, paint * 0.9f, Vector3.Zero, opacity);
            DrawWindow(picture, face, inside, i % 2 == 0, opacity);
        }

        _faces.Draw(picture, corners[4..], inside, paint, Vector3.Zero, opacity);
    }

    // The side windows have a pillar between them.
    private void DrawWindow(I420Picture picture, ReadOnlySpan<Vector3> face, Vector3 inside, bool isSide, float opacity)
    {
        if (isSide)
        {
            DrawPane(picture, face, inside, 0.07f, 0.49f, opacity);
            DrawPane(picture, face, inside, 0.53f, 0.90f, opacity);
            return;
        }

        DrawPane(picture, face, inside, 0.06f, 0.94f, opacity);
    }

    private void DrawPane(I420Picture picture, ReadOnlySpan<Vector3> face, Vector3 inside, float from, float to, float opacity)
    {
        Span<Vector3> pane = [Inset(face, from, 0.12f), Inset(face, to, 0.12f), Inset(face, to, 0.88f), Inset(face, from, 0.88f)];
        _faces.Draw(picture, pane, inside, Glass, Mirrored, opacity);
    }

    private static Vector3 Inset(ReadOnlySpan<Vector3> face, float along, float up)
    {
        return Vector3.Lerp(Vector3.Lerp(face[0], face[1], along), Vector3.Lerp(face[3], face[2], along), up);
    }
}
