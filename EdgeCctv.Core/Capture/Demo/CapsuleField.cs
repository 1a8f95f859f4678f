using System.Numerics;
using System.Runtime.CompilerServices;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>A capsule as a function of the pixel: how deep inside it lies, and where across.</summary>
internal readonly struct CapsuleField
{
    private readonly Vector2 _from;
    private readonly Vector2 _along;
    private readonly float _perSquare;
    private readonly float _radius;
    private readonly float _growth;

    public CapsuleField(in Capsule capsule)
    {
        _from = capsule.From;
        _along = capsule.To - capsule.From;
        _perSquare = 1f / MathF.Max(1e-4f, _along.LengthSquared());
        _radius = capsule.FromRadius;
        _growth = capsule.ToRadius - capsule.FromRadius;
    }

    /// <summary>Distance from the edge in pixels, positive inside.</summary>
    /// <param name="x">Pixel position.</param>
    /// <param name="y">Pixel position.</param>
    /// <param name="across">-1 at the left edge to 1 at the right edge, as the picture shows it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Inside(float x, float y, out float across)
    {
        float px = x - _from.X;
        float py = y - _from.Y;
        float share = Math.Clamp(((px * _along.X) + (py * _along.Y)) * _perSquare, 0f, 1f);
        float dx = px - (share * _along.X);
        float dy = py - (share * _along.Y);
        float radius = _radius + (share * _growth);
        across = Math.Clamp(dx / radius, -1f, 1f);
        return radius - MathF.Sqrt((dx * dx) + (dy * dy));
    }
}
