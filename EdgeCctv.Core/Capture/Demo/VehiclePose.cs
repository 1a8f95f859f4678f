using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>Where a car stands and which way it points.</summary>
internal readonly record struct VehiclePose(Vector2 Place, Vector2 Facing)
{
    public Vector3 ToWorld(Vector3 own)
    {
        return new Vector3(Place + (Facing * own.X) + (new Vector2(-Facing.Y, Facing.X) * own.Y), own.Z);
    }

    public Vector2 ToOwn(Vector2 world)
    {
        Vector2 from = world - Place;
        return new Vector2(Vector2.Dot(from, Facing), (from.Y * Facing.X) - (from.X * Facing.Y));
    }
}
