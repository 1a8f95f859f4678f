using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Capture.Demo;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Inference.Scene.Watch;

/// <summary>What a newcomer sees: the demo camera, untouched.</summary>
public sealed class DemoLearningTests(ITestOutputHelper output) : IDisposable
{
    private readonly SceneRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData(1, 320, 15)]
    [InlineData(2, 320, 15)]
    [InlineData(3, 320, 15)]
    [InlineData(1, 192, 10)]
    [InlineData(2, 192, 10)]
    [InlineData(3, 192, 10)]
    public async Task Demo_Untouched_LearnsWithinAMinuteAndAlarmsForTheFirstEventOnly(int seed, int grey, int fps)
    {
        var interval = TimeSpan.FromSeconds(1) / fps;
        int width = grey * 2, height = width * 9 / 16;
        var scene = DemoFrames.Scene(seed, width, height);
        var planted = scene.EventsUntil(TimeSpan.FromMinutes(4));
        output.WriteLine(string.Join("; ", planted));
        var picture = new I420Picture(width, height);
        var settings = CaptureSettings.Default with { GreyLongSide = grey };
        float before = 0, inside = 0;
        var alarmed = 0;
        var start = planted[0].Start - TimeSpan.FromSeconds(5);
        for (var at = TimeSpan.Zero; at < planted[0].End; at += interval)
        {
            if (_rig.Status.Active is null || at > start)
            {
                scene.Render(at, DemoFrames.Noon + at, picture);
                var finding = await _rig.LookAsync(GreyScaler.Scale(picture, settings));
                if (finding?.IsAlarm == true) { alarmed++; }
                if (finding?.Score is { } score)
                {
                    if (at >= planted[0].Start) { inside = Math.Max(inside, score); } else { before = Math.Max(before, score); }
                }
            }
            _rig.Time.Advance(interval);
        }

        output.WriteLine($"RESULT seed {seed} {grey} {fps}: threshold {_rig.Status.Threshold} before {before} inside {inside} alarmed {alarmed} {string.Join(' ', _rig.Status.Notices)}");
    }
}
