using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Demo;
using EdgeCctv.Tests.Capture.Demo;
using EdgeCctv.Tests.Hosts;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Inference.Scene.Watch;

/// <summary>What a newcomer sees: the demo camera, untouched. In simulated time, small and slow, so that it takes some seconds.</summary>
public sealed class DemoLearningTests(ITestOutputHelper output) : IDisposable
{
    private const int Seed = 2;
    private const int Width = 320;
    private const int Height = 180;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.1);

    private readonly SceneRig _rig = new();
    private readonly DemoScene _scene = DemoFrames.Scene(Seed, Width, Height);
    private readonly GreyScaler _scaler = new(CaptureSettings.Default with { GreyLongSide = 192 });
    private readonly I420Picture _picture = new(Width, Height);

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Demo_Untouched_LearnsWithinAMinuteAndAlarmsForTheEvent()
    {
        var planted = _scene.EventsUntil(TimeSpan.FromMinutes(3))[0];

        var learnt = await PlayAsync(TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.Equal(0, learnt);
        Assert.NotNull(_rig.Status.Active);
        await OpenAsync();
        _rig.Time.Advance(planted.Start - TimeSpan.FromMinutes(1) - TimeSpan.FromSeconds(6));

        var before = await PlayAsync(planted.Start - TimeSpan.FromSeconds(6), planted.Start);
        Assert.Equal(0, before);
        var alarms = await PlayAsync(planted.Start, planted.End);

        output.WriteLine($"{planted}: threshold {_rig.Status.Threshold}, alarmed frames {alarms}, {_rig.Status.LastAlarm}");
        Assert.InRange(alarms, 3, int.MaxValue);
    }

    // A model is opened beside the analysis, in real time, and these minutes pass in seconds.
    private Task OpenAsync() => Eventually.IsTrueAsync(
        async () =>
        {
            _rig.Time.Advance(Interval);
            return await _rig.LookAsync(_scaler.Scale(_picture)) is not null;
        },
        "the model is open");

    // Alarmed frames.
    private async Task<int> PlayAsync(TimeSpan from, TimeSpan to)
    {
        var (alarms, most) = (0, 0f);
        for (var at = from; at < to; at += Interval)
        {
            _scene.Render(at, DemoFrames.Noon + at, _picture);
            var finding = await _rig.LookAsync(_scaler.Scale(_picture));
            alarms += finding?.IsAlarm == true ? 1 : 0;
            most = Math.Max(most, finding?.Score ?? 0);
            _rig.Time.Advance(Interval);
        }

        output.WriteLine($"{from} to {to}: largest score {most}");
        return alarms;
    }
}
