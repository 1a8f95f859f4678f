namespace EdgeCctv.Core.Capture.Demo;

/// <summary>
/// A yard at night as a high-mounted camera sees it, with people who walk through it and now and then a runner or a car.
/// What is shown follows from seed, scene time and clock alone. One thread at a time; the constructor paints the empty yard,
/// which takes some tenths of a second.
/// </summary>
public sealed class DemoScene
{
    private readonly DemoOptions _options;
    private readonly ulong _seed;
    private readonly I420Picture _empty;
    private readonly EventSchedule _events;
    private readonly MoverStage _movers;
    private readonly SensorNoise _noise = new();
    private readonly ClockOverlay _clock;

    /// <param name="options">Size and strip; rate and seed in it are for others.</param>
    /// <param name="seed">Any number. The place looks the same with each; who comes and when does not.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is none that <see cref="I420Picture"/> takes.</exception>
    public DemoScene(DemoOptions options, int seed)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _seed = SceneHash.Of((ulong)seed, 0, 0);
        _empty = new I420Picture(options.Width, options.Height);
        SceneCamera camera = new(options.Width, options.Height);
        new BackgroundPainter(camera).Paint(_empty);
        new StreetFurniture(camera).Draw(_empty);
        _events = new EventSchedule(_seed);
        _movers = new MoverStage(camera, new WalkerSchedule(_seed, _events), _events);
        _clock = new ClockOverlay(options.Width, options.Height);
    }

    /// <summary>
    /// Draws the scene into <paramref name="target"/>. The same seed, size, scene time and clock give the same bytes, in whatever
    /// order pictures are drawn. Allocates nothing.
    /// </summary>
    /// <param name="sceneTime">Time since the start of the scene, zero or more.</param>
    /// <param name="utc">What the burnt-in clock and the strip show.</param>
    /// <param name="target">A picture of the size in the options; all of it is overwritten.</param>
    /// <exception cref="ArgumentException">The picture has another size.</exception>
    public void Render(TimeSpan sceneTime, DateTimeOffset utc, I420Picture target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target.Width != _empty.Width || target.Height != _empty.Height)
        {
            throw new ArgumentException($"The picture is {target.Width}x{target.Height}, the scene {_empty.Width}x{_empty.Height}.", nameof(target));
        }

        _empty.Data.CopyTo(target.Data.AsSpan());
        _movers.Draw(target, sceneTime.TotalSeconds);
        _noise.Add(target, SceneHash.Of(_seed, 20, (ulong)sceneTime.Ticks));
        // Text and strip come from the camera's electronics, behind the sensor: no noise on them.
        _clock.Draw(target, utc);
        if (_options.Strip)
        {
            TimeStrip.Draw(target, utc);
        }
    }

    /// <summary>The unusual events that start in the first <paramref name="horizon"/> of the scene, in order. Thread-safe.</summary>
    public IReadOnlyList<DemoEvent> EventsUntil(TimeSpan horizon)
    {
        List<DemoEvent> found = [];
        for (long index = 0; _events.At(index).Public is { } next && next.Start < horizon; index++)
        {
            found.Add(next);
        }

        return found;
    }
}
