using System.Numerics;
using System.Runtime.CompilerServices;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>From linear light to BT.601 limited range samples, with the soft shoulder of a camera's automatic exposure.</summary>
internal static class Tone
{
    // A camera at night lifts its blacks: nothing in the picture is really black.
    private static readonly Vector3 BlackLevel = new(0.0020f, 0.0022f, 0.0026f);

    // Cameras turn the colour down when they turn the gain up.
    private const float ChromaRange = 224f * 0.72f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3 Map(Vector3 linear)
    {
        Vector3 lifted = linear + BlackLevel;
        return Vector3.SquareRoot(lifted / (Vector3.One + lifted));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Luma(Vector3 mapped) => 16f + (219f * Vector3.Dot(mapped, new Vector3(0.299f, 0.587f, 0.114f)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ChromaU(Vector3 mapped) => 128f + (ChromaRange * Vector3.Dot(mapped, new Vector3(-0.1687f, -0.3313f, 0.5f)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ChromaV(Vector3 mapped) => 128f + (ChromaRange * Vector3.Dot(mapped, new Vector3(0.5f, -0.4187f, -0.0813f)));

    public static YuvColor ToYuv(Vector3 linear)
    {
        Vector3 mapped = Map(linear);
        return new YuvColor(Luma(mapped), ChromaU(mapped), ChromaV(mapped));
    }
}
