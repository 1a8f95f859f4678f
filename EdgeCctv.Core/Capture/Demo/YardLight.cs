using System.Numerics;
using System.Runtime.CompilerServices;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>The light of the yard: two lamp posts, the lamp over the door, and what the night sky leaves.</summary>
internal static class YardLight
{
    public static readonly Vector3 PostHeadLeft = new(-9.2f, 20.3f, 4.5f);
    public static readonly Vector3 PostHeadRight = new(6.6f, 17.9f, 5.3f);
    public static readonly Vector3 DoorLamp = new(-0.6f, 19.45f, 3.2f);

    private static readonly Vector3 Warm = new(1.0f, 0.72f, 0.42f);
    private static readonly Vector3 White = new(0.92f, 0.95f, 1.0f);
    private static readonly Vector3 SkyLight = new(0.052f, 0.060f, 0.078f);

    private static readonly Lamp[] AllLamps =
    [
        new(PostHeadLeft, Warm * 105f),
        new(PostHeadRight, Warm * 130f),
        new(DoorLamp, White * 26f),
        // A lamp behind the camera, outside the picture: keeps the near part of the yard from sinking into black.
        new(new Vector3(-1.5f, 4.5f, 7.0f), White * 62f),
    ];

    public static ReadOnlySpan<Lamp> Lamps => AllLamps;

    /// <summary>Linear light that falls on a surface element at <paramref name="at"/> facing <paramref name="normal"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3 On(Vector3 at, Vector3 normal)
    {
        Vector3 sum = SkyLight * (0.65f + (0.35f * normal.Z));
        foreach (ref readonly Lamp lamp in AllLamps.AsSpan())
        {
            sum += lamp.Light * Share(in lamp, at, normal);
        }

        return sum;
    }

    /// <summary>The part of a lamp's light that reaches a surface element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Share(in Lamp lamp, Vector3 at, Vector3 normal)
    {
        Vector3 way = lamp.Position - at;
        float square = Vector3.Dot(way, way) + 0.35f;
        float inverse = 1f / MathF.Sqrt(square);
        float facing = MathF.Max(0f, Vector3.Dot(way, normal) * inverse);
        // The shade of the lamp lets little light out sideways and none above it.
        float beam = MathF.Max(0f, (way.Z * inverse * 0.9f) + 0.1f);
        return facing * beam * inverse * inverse;
    }
}
