namespace EdgeCctv.Core.Capture.Demo;

/// <summary>Draws whoever and whatever moves at a moment, the farthest first. Not thread-safe.</summary>
internal sealed class MoverStage(SceneCamera camera, WalkerSchedule walkers, EventSchedule events)
{
    private readonly Walker[] _present = new Walker[WalkerSchedule.Most + 1];
    private readonly float[] _depths = new float[WalkerSchedule.Most + 1];
    private readonly ScenePeople _people = new(camera);
    private readonly VehiclePainter _vehicles = new(camera);

    public void Draw(I420Picture picture, double seconds)
    {
        int count = walkers.Collect(seconds, _present.AsSpan(0, WalkerSchedule.Most));
        SceneEvent? current = events.Current(seconds);
        if (current is { } happening)
        {
            _present[count++] = happening.Way;
        }

        SortFarthestFirst(count, seconds);
        for (int i = 0; i < count; i++)
        {
            bool vehicle = current is { Kind: DemoEventKind.Vehicle } car && _present[i] == car.Way;
            DrawOne(picture, _present[i], vehicle, seconds);
        }
    }

    private void DrawOne(I420Picture picture, in Walker mover, bool vehicle, double seconds)
    {
        if (vehicle)
        {
            _vehicles.DrawMoving(picture, mover, seconds);
        }
        else
        {
            _people.Draw(picture, mover, seconds);
        }
    }

    private void SortFarthestFirst(int count, double seconds)
    {
        for (int i = 0; i < count; i++)
        {
            Walker mover = _present[i];
            float depth = camera.Project(new(mover.Place(seconds, out _), 0f)).Depth;
            int j = i - 1;
            for (; j >= 0 && _depths[j] < depth; j--)
            {
                _present[j + 1] = _present[j];
                _depths[j + 1] = _depths[j];
            }

            _present[j + 1] = mover;
            _depths[j + 1] = depth;
        }
    }
}
