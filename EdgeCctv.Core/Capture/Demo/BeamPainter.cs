using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>Lights the ground before a car. Works on blocks of two by two pixels, which have one chroma sample each.</summary>
internal sealed class BeamPainter(SceneCamera camera)
{
    private const float Nearest = 2.3f;
    private const float Reach = 15f;
    private const float HalfWidth = 0.75f;
    private const float Spread = 0.20f;

    // In units of the beam's half width: where no light is left.
    private const float Edge = 1.6f;
    private const float MostLuma = 96f;
    private const int PlentyOfPixels = 640;

    public void Draw(I420Picture picture, VehiclePose pose, float opacity)
    {
        Span<Vector2> corners = [Corner(pose, 0f, -1f), Corner(pose, 0f, 1f), Corner(pose, Reach, 1f), Corner(pose, Reach, -1f)];
        ConvexField field = new(corners, 1f, stackalloc Vector3[ConvexField.MostCorners]);
        PixelBox box = field.Box(camera.Width, camera.Height, 2f);
        for (int y = box.Top & ~1; y < box.Bottom; y += 2)
        {
            (int left, int right) = field.Span(y + 1f, -2f, box);
            DrawRow(picture, pose, y, left & ~1, right, opacity);
        }
    }

    private Vector2 Corner(VehiclePose pose, float ahead, float side)
    {
        return camera.Project(pose.ToWorld(new Vector3(Nearest + ahead, side * Edge * (HalfWidth + (Spread * ahead)), 0f))).At;
    }

    private void DrawRow(I420Picture picture, VehiclePose pose, int y, int left, int right, float opacity)
    {
        int width = picture.Width;
        Span<byte> upper = picture.Y.Slice(y * width, width);
        Span<byte> lower = picture.Y.Slice((y + 1) * width, width);
        Span<byte> u = picture.U.Slice(y / 2 * (width / 2), width / 2);
        Span<byte> v = picture.V.Slice(y / 2 * (width / 2), width / 2);
        for (int x = left; x < right; x += 2)
        {
            float light = LightAt(pose, x + 1f, y + 1f) * opacity;
            if (light < 0.004f)
            {
                continue;
            }

            Vector4 lights = Refined(pose, x, y, light, opacity);
            upper[x] = Lit(upper[x], lights.X);
            upper[x + 1] = Lit(upper[x + 1], lights.Y);
            lower[x] = Lit(lower[x], lights.Z);
            lower[x + 1] = Lit(lower[x + 1], lights.W);
            u[x / 2] = Faded(u[x / 2], light);
            v[x / 2] = Faded(v[x / 2], light);
        }
    }

    // In small pictures the beam is so steep that blocks would show.
    private Vector4 Refined(VehiclePose pose, int x, int y, float light, float opacity)
    {
        return camera.Width >= PlentyOfPixels
            ? new Vector4(light)
            : new Vector4(LightAt(pose, x + 0.5f, y + 0.5f), LightAt(pose, x + 1.5f, y + 0.5f), LightAt(pose, x + 0.5f, y + 1.5f), LightAt(pose, x + 1.5f, y + 1.5f)) * opacity;
    }

    private float LightAt(VehiclePose pose, float x, float y)
    {
        Vector3 ray = camera.Ray(x, y);
        Vector3 at = SceneCamera.Position - (ray * (SceneCamera.Position.Z / MathF.Min(ray.Z, -0.02f)));
        bool open = at.Y < YardPlan.WallY || at.X < YardPlan.BuildingLeft;
        return open ? Light(pose.ToOwn(new Vector2(at.X, at.Y))) : 0f;
    }

    private static float Light(Vector2 own)
    {
        float ahead = own.X - Nearest;
        float aside = own.Y / (Edge * (HalfWidth + (Spread * ahead)));
        float rest = 1f - (aside * aside);
        if (ahead is < 0f or > Reach || rest <= 0f)
        {
            return 0f;
        }

        float along = MathF.Min(1f, ahead * 0.6f) * (1f - (ahead * (1f / Reach)));
        return along * along * rest * rest * rest;
    }

    // Brighter ground stays brighter in the beam.
    private static byte Lit(byte luma, float light) => (byte)MathF.Min(235f, luma + (light * (MostLuma + (luma * 0.3f))));

    private static byte Faded(byte chroma, float light) => (byte)(chroma + ((128 - chroma) * light * 0.6f) + 0.5f);
}
