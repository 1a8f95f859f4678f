using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>Draws one walker with the shadows. Not thread-safe.</summary>
internal sealed class ScenePeople(SceneCamera camera)
{
    private readonly PersonPose _pose = new();
    private readonly PersonPainter _painter = new(camera);
    private readonly ShadowPainter _shadows = new(camera);

    public void Draw(I420Picture picture, in Walker walker, double seconds)
    {
        PersonLook look = PersonLook.Of(walker.Look);
        Gait gait = walker.Running ? Gait.Run : Gait.Walk;
        Vector2 place = walker.Place(seconds, out Vector2 facing);
        float phase = walker.Walked(seconds) / (gait.DoubleStep * look.Height) * MathF.Tau;
        _pose.Set(place, facing, look.Height, gait, phase);
        float opacity = walker.Opacity(seconds);
        _shadows.Draw(picture, _pose, look, opacity);
        _painter.Draw(picture, _pose, look, opacity);
    }
}
