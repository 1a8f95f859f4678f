using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>A way through the yard along waypoints, with rounded corners. Immutable.</summary>
internal sealed class WalkPath
{
    private readonly Vector2[] _points;
    private readonly float[] _marks;
    private readonly float _rounding;

    /// <param name="rounding">How many metres before a corner the turn begins.</param>
    /// <param name="points">At least two waypoints, metres.</param>
    public WalkPath(float rounding, params Vector2[] points)
    {
        _points = points;
        _rounding = rounding;
        _marks = new float[points.Length];
        for (int i = 1; i < points.Length; i++)
        {
            _marks[i] = _marks[i - 1] + Vector2.Distance(points[i - 1], points[i]);
        }
    }

    public float Length => _marks[^1];

    /// <summary>The place after <paramref name="distance"/> metres, and the unit direction of walking there.</summary>
    public Vector2 At(float distance, out Vector2 facing)
    {
        Vector2 before = Corner(distance - _rounding);
        Vector2 after = Corner(distance + _rounding);
        facing = Vector2.Normalize(after - before);
        return ((before + after) * 0.25f) + (Corner(distance) * 0.5f);
    }

    // Goes on straight before the first and after the last point.
    private Vector2 Corner(float distance)
    {
        int leg = 1;
        while (leg < _points.Length - 1 && distance > _marks[leg])
        {
            leg++;
        }

        float share = (distance - _marks[leg - 1]) / (_marks[leg] - _marks[leg - 1]);
        return Vector2.Lerp(_points[leg - 1], _points[leg], share);
    }
}
