using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Inference.Scene;

/// <summary>On a textured ground without traffic, with a sensor's noise.</summary>
public sealed class SceneBackgroundTests
{
    private const double FramesPerSecond = 2;

    private static readonly SceneGeometry Geometry = new(96, 64);

    private readonly Random _random = new(3);
    private readonly SceneBackground _background = new(Geometry, FramesPerSecond);

    [Fact]
    public void Presence_NotSettledYet_CannotBeTold()
    {
        Play(20, Ground);

        Assert.True(_background.Presence.IsEmpty);
    }

    [Fact]
    public void Presence_EmptySceneWithNoise_IsNothing()
    {
        Settle();

        for (var frame = 0; frame < 60; frame++)
        {
            Play(0.25, Ground);
            Assert.Equal(0, Largest());
        }
    }

    [Fact]
    public void Presence_SomebodyStands_IsWhereHeStandsAndNowhereElse()
    {
        Settle();

        Play(5, Somebody(left: 45, top: 26));

        var (columns, _) = Geometry.Small;
        // The cells that he fills; those that he touches may tell or not, and no other one does.
        Assert.Equal(1, _background.Presence[(4 * columns) + 7]);
        for (var cell = 0; cell < _background.Presence.Length; cell++)
        {
            var (x, y) = (cell % columns * SceneGeometry.Stride, cell / columns * SceneGeometry.Stride);
            var touches = x + SceneGeometry.SmallKernel > 45 && x < 45 + Wide && y + SceneGeometry.SmallKernel > 26 && y < 26 + High;
            Assert.True(touches || _background.Presence[cell] == 0, $"Cell at ({x}, {y}): {_background.Presence[cell]}.");
        }
    }

    [Fact]
    public void Presence_SomebodyHasGone_IsNothing()
    {
        Settle();
        Play(5, Somebody(45, 26));

        Play(0.25, Ground);

        Assert.Equal(0, Largest());
    }

    [Theory]
    [InlineData(0.7)]
    [InlineData(1.4)]
    public void Presence_BrightnessSteps_IsNothing(double times)
    {
        Settle();

        Play(2, (x, y) => times * Ground(x, y));

        Assert.Equal(0, Largest());
    }

    [Fact]
    public void Presence_CloudPassesSlowly_IsNothing()
    {
        Settle();

        for (var edge = -20.0; edge < 120; edge += 0.5)
        {
            Play(0.25, (x, y) => (1 - (0.4 / (1 + Math.Exp((x - edge) / 5)))) * Ground(x, y));
            Assert.Equal(0, Largest());
        }
    }

    [Fact]
    public void Presence_SoftSpotOfLightWanders_IsNothing()
    {
        Settle();

        for (var middle = 0; middle < 96; middle += 2)
        {
            Play(0.25, (x, y) => (1 + (0.6 * Math.Exp(-(Squared(x - middle) + Squared(y - 30)) / (2 * 12 * 12)))) * Ground(x, y));
            Assert.Equal(0, Largest());
        }
    }

    /// <summary>Somebody who waits is not made a part of the scene within a minute; a parked car is within four.</summary>
    [Fact]
    public void Presence_SomethingStays_BecomesAPartOfTheSceneAfterALongWhile()
    {
        Settle();

        Play(60, Somebody(45, 26));
        Assert.InRange(Largest(), SceneBackground.Present, 1);
        Play(180, Somebody(45, 26));

        Assert.Equal(0, Largest());
    }

    /// <summary>Nothing contrasts more than black and white.</summary>
    [Fact]
    public void Presence_TheStrongestContrastStays_IsAPartOfTheSceneAfterFourMinutes()
    {
        Settle();

        Play(240, (x, y) => IsAt(x, y, 45, 26) ? 255 * ((x + y) % 2) : Ground(x, y));

        Assert.Equal(0, Largest());
    }

    /// <summary>Were any gain allowed, a wall that hides all would pass for a scene without light.</summary>
    [Theory]
    [InlineData(0.55, false)]
    [InlineData(0, true)]
    [InlineData(1.9, false)]
    [InlineData(2.4, true)]
    public void Presence_PatternMuchWeakerOrStronger_IsNoLongerLight(double gain, bool isPresent)
    {
        Settle();

        Play(1, (x, y) => IsAt(x, y, 45, 26) ? 128 + (gain * (Ground(x, y) - 128)) : Ground(x, y));

        var (columns, _) = Geometry.Small;
        Assert.Equal(isPresent, _background.Presence[(5 * columns) + 8] > SceneBackground.Present);
    }

    [Fact]
    public void Forget_AnotherScene_IsLearntAnew()
    {
        Settle();

        _background.Forget();
        Play(0.25, (x, y) => 255 - Ground(x, y));
        Assert.True(_background.Presence.IsEmpty);
        Play(21, (x, y) => 255 - Ground(x, y));

        Assert.Equal(0, Largest());
    }

    private const int Wide = 18;
    private const int High = 24;

    private static double Ground(int x, int y) => 128 + (50 * Math.Sin(0.9 * x) * Math.Cos(0.7 * y));

    private static bool IsAt(int x, int y, int left, int top) => x >= left && x < left + Wide && y >= top && y < top + High;

    private static Func<int, int, double> Somebody(int left, int top) =>
        (x, y) => IsAt(x, y, left, top) ? (y - top) switch { < 6 => 170, < 14 => 60, _ => 40 + (20 * ((x + y) % 2)) } : Ground(x, y);

    private static double Squared(double value) => value * value;

    private void Settle() => Play(30, Ground);

    private float Largest()
    {
        Assert.False(_background.Presence.IsEmpty);
        return _background.Presence.ToArray().Max();
    }

    private void Play(double seconds, Func<int, int, double> brightness)
    {
        var picture = new float[Geometry.Width * Geometry.Height];
        for (var frame = 0; frame < seconds * FramesPerSecond; frame++)
        {
            for (var i = 0; i < picture.Length; i++)
            {
                var noise = 4 * (_random.NextDouble() + _random.NextDouble() - 1);
                picture[i] = (float)Math.Clamp(Math.Round(brightness(i % Geometry.Width, i / Geometry.Width) + noise), 0, 255);
            }

            _background.Advance(picture);
        }
    }
}
