using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>Somebody on a way through the yard. All of it is known before the first step.</summary>
/// <param name="Path">The way.</param>
/// <param name="Backwards">Whether the way is taken from its end.</param>
/// <param name="Start">Seconds after the start of the scene.</param>
/// <param name="Speed">Metres a second.</param>
/// <param name="Aside">Metres to the left of the way.</param>
/// <param name="Running">Whether it is a run.</param>
/// <param name="Look">Seed of the clothes.</param>
internal readonly record struct Walker(WalkPath Path, bool Backwards, double Start, float Speed, float Aside, bool Running, ulong Look)
{
    // People come out of the dark or out of the door over this distance.
    private const float Appearing = 0.9f;

    public double End => Start + (Path.Length / Speed);

    public bool IsThere(double seconds) => seconds >= Start && seconds < End;

    public float Walked(double seconds) => (float)((seconds - Start) * Speed);

    public Vector2 Place(double seconds, out Vector2 facing)
    {
        float walked = Walked(seconds);
        Vector2 on = Path.At(Backwards ? Path.Length - walked : walked, out facing);
        facing = Backwards ? -facing : facing;
        return on + (new Vector2(-facing.Y, facing.X) * Aside);
    }

    public float Opacity(double seconds)
    {
        float walked = Walked(seconds);
        return Math.Clamp(MathF.Min(walked, Path.Length - walked) / Appearing, 0f, 1f);
    }
}
