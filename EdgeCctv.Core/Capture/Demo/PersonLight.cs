using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>The light on an upright round body: on its sides as the camera sees them, with some of what falls on it from above.</summary>
internal readonly struct PersonLight
{
    private readonly Vector3 _left;
    private readonly Vector3 _middle;
    private readonly Vector3 _right;

    private PersonLight(Vector3 left, Vector3 middle, Vector3 right)
    {
        _left = left;
        _middle = middle;
        _right = right;
    }

    public static PersonLight At(Vector3 at)
    {
        Vector3 toCamera = SceneCamera.Position - at;
        Vector3 ahead = Vector3.Normalize(toCamera with { Z = 0f });
        Vector3 right = new(-ahead.Y, ahead.X, 0f);
        Vector3 above = YardLight.On(at, Vector3.UnitZ) * 0.14f;
        Vector3 middle = Vector3.Normalize(ahead + (Vector3.UnitZ * 0.35f));
        return new PersonLight(YardLight.On(at, -right) + above, YardLight.On(at, middle) + above, YardLight.On(at, right) + above);
    }

    public LimbTone Tone(Vector3 albedo)
    {
        YuvColor middle = Demo.Tone.ToYuv(albedo * _middle);
        // The very edge of a round thing faces neither side fully.
        float left = Demo.Tone.Luma(Demo.Tone.Map(albedo * Vector3.Lerp(_left, _middle, 0.2f))) - 3f;
        float right = Demo.Tone.Luma(Demo.Tone.Map(albedo * Vector3.Lerp(_right, _middle, 0.2f))) - 3f;
        return new LimbTone(left, middle.Y, right, middle.U, middle.V);
    }
}
