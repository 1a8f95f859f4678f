using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>What somebody looks like. Colours are albedos.</summary>
internal readonly record struct PersonLook(
    float Height, float Build, Vector3 Top, Vector3 Trousers, Vector3 Skin, Vector3 Hair, Vector3 Shoes, bool LongCoat, bool Backpack)
{
    private static readonly Vector3[] Tops =
    [
        new(0.022f, 0.026f, 0.045f), new(0.26f, 0.25f, 0.23f), new(0.17f, 0.026f, 0.024f), new(0.035f, 0.035f, 0.037f), new(0.045f, 0.075f, 0.13f),
        new(0.20f, 0.15f, 0.085f), new(0.36f, 0.40f, 0.05f), new(0.055f, 0.075f, 0.045f), new(0.38f, 0.38f, 0.39f), new(0.11f, 0.11f, 0.115f),
    ];

    private static readonly Vector3[] Bottoms =
    [
        new(0.027f, 0.033f, 0.048f), new(0.018f, 0.018f, 0.020f), new(0.075f, 0.070f, 0.062f), new(0.13f, 0.105f, 0.075f), new(0.052f, 0.062f, 0.080f),
    ];

    private static readonly Vector3[] Skins =
    [
        new(0.34f, 0.235f, 0.18f), new(0.30f, 0.20f, 0.145f), new(0.18f, 0.11f, 0.075f), new(0.09f, 0.058f, 0.042f),
    ];

    private static readonly Vector3[] Hairs =
    [
        new(0.012f, 0.010f, 0.009f), new(0.035f, 0.024f, 0.016f), new(0.12f, 0.09f, 0.05f), new(0.14f, 0.14f, 0.14f), new(0.02f, 0.02f, 0.026f),
    ];

    public static PersonLook Of(ulong seed)
    {
        ulong state = seed;
        return new PersonLook(
            SceneHash.Next(ref state, 1.62f, 1.88f),
            SceneHash.Next(ref state, 0.92f, 1.18f),
            Tops[SceneHash.Pick(ref state, Tops.Length)],
            Bottoms[SceneHash.Pick(ref state, Bottoms.Length)],
            Skins[SceneHash.Pick(ref state, Skins.Length)],
            Hairs[SceneHash.Pick(ref state, Hairs.Length)],
            SceneHash.Next(ref state) < 0.25f ? new Vector3(0.34f) : new Vector3(0.015f),
            SceneHash.Next(ref state) < 0.22f,
            SceneHash.Next(ref state) < 0.25f);
    }
}
