using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Scene.Watch;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Inference.Scene.Watch;

/// <summary>Learning that goes on beside watching, by the real analyser, in simulated time at ten frames a second.</summary>
public sealed class SceneGoingOnTests : IDisposable
{
    private static readonly SceneGeometry Geometry = new(96, 64);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.1);

    private readonly SceneRig _rig = new(SceneSettings.Default with { LearnFor = TimeSpan.FromSeconds(90) });
    private readonly StreetPictures _street = new(Geometry);
    private readonly IEnumerator<GreyPicture> _passing;

    public SceneGoingOnTests()
    {
        _rig.Watch.Use(SceneRig.Yard with { LearnFor = TimeSpan.FromSeconds(36) });
        _passing = Passing().GetEnumerator();
    }

    public void Dispose() => _rig.Dispose();

    /// <summary>The camera learns for 36 seconds by itself, the settings want a minute and a half.</summary>
    [Fact]
    public async Task Analyze_LearntByItself_BringsABetterModelOfTwiceAsMuchVideoAndOneOfTheWholeTime()
    {
        await PlayAsync(39);
        Assert.Equal(36, Learnt);
        await UntilWatchingAsync();

        await PlayAsync(39);
        await UntilLearntAsync(72);
        Assert.NotNull(_rig.Learning.GoingOn);
        await UntilWatchingAsync();

        await PlayAsync(21);
        await UntilLearntAsync(90);
        await Eventually.IsTrueAsync(() => _rig.Learning.GoingOn is null, "learning is over: the model is there a moment before");
        Assert.Single(_rig.Status.Models);
    }

    [Fact]
    public void GoOn_AlarmedFrames_AreNotLearnt()
    {
        var run = new SceneLearningRun(Begin(), Geometry, "", _rig.Learning, _rig.Time);
        SceneRate rate = new();

        Feed(run, rate, 217, isLeftOut: false);
        var before = Frames;
        Assert.Equal(200, before);
        Feed(run, rate, 300, isLeftOut: true);
        Assert.Equal(before, Frames);
        Feed(run, rate, 31, isLeftOut: false);

        // The first one after what was left out has nothing to be compared with.
        Assert.Equal(before + 30, Frames);
    }

    [Fact]
    public async Task Analyze_SomebodyRunsNowAndThenMeanwhile_IsStillAlarmedByTheBetterModel()
    {
        await PlayAsync(39);
        await UntilWatchingAsync();
        var alarmed = 0;
        while (Learnt == 36)
        {
            alarmed += await PlayAsync(5);
            alarmed += await PlayAsync(_street.Crossing(4.5, 20));
            Assert.True(Learnt != 36 || _rig.Learning.GoingOn is not null, string.Join(' ', _rig.Status.Notices));
        }

        Assert.True(alarmed > 30, $"{alarmed}");
        await UntilWatchingAsync();
        await PlayAsync(5);
        Assert.InRange(await PlayAsync(_street.Crossing(4.5, 20)), 5, int.MaxValue);
    }

    private double Learnt => _rig.Status.Models.SingleOrDefault()?.Info.Duration.TotalSeconds ?? 0;

    private int Frames => _rig.Status.Learning!.Progress.Frames;

    private SceneLearning Begin()
    {
        _rig.Learning.BeginByItself("scene");
        return _rig.Learning.Current!;
    }

    private void Feed(SceneLearningRun run, SceneRate rate, int frames, bool isLeftOut)
    {
        for (var frame = 0; frame < frames; frame++)
        {
            _rig.Time.Advance(Interval);
            var at = _rig.Time.GetElapsedTime(0);
            rate.Add(at);
            run.GoOn(Next(), at, rate, isLeftOut);
        }
    }

    private Task<int> PlayAsync(double seconds) => PlayAsync(Enumerable.Range(0, (int)(seconds / Interval.TotalSeconds)).Select(_ => Next()));

    // Alarmed frames.
    private async Task<int> PlayAsync(IEnumerable<GreyPicture> pictures)
    {
        var alarmed = 0;
        foreach (var picture in pictures)
        {
            _rig.Time.Advance(Interval);
            alarmed += (await _rig.LookAsync(picture))?.IsAlarm == true ? 1 : 0;
        }

        return alarmed;
    }

    // What is learnt anew is opened beside the analyser's thread.
    private Task UntilWatchingAsync() => Eventually.IsTrueAsync(
        async () =>
        {
            _rig.Time.Advance(Interval);
            return await _rig.LookAsync(Next()) is { Phase: ScenePhase.Watching };
        },
        "the model is in use");

    // While a model is computed, frames are watched and not learnt: how many depends on the machine.
    private Task UntilLearntAsync(double seconds) => Eventually.IsTrueAsync(
        async () =>
        {
            await PlayAsync(0.5);
            return Learnt == seconds;
        },
        () => $"a model of {seconds} s, not {Learnt} s");

    private GreyPicture Next() => _passing.MoveNext() ? _passing.Current : throw new InvalidOperationException("It never ends.");

    // Somebody walks through, again and again.
    private IEnumerable<GreyPicture> Passing()
    {
        for (var time = 0; ; time++)
        {
            foreach (var picture in _street.Empty(15).Concat(_street.Crossing(1.5 + (0.15 * (time % 4)), 14 + (3 * (time % 5)))))
            {
                yield return picture;
            }
        }
    }
}
