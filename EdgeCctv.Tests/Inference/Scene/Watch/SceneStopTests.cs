using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Inference.Scene.Watch;

/// <summary>What is told of the scene once its camera is off: nothing, from that moment on.</summary>
public sealed class SceneStopTests : IDisposable
{
    private static readonly SceneFinding Alarm = new(ScenePhase.Watching) { Score = 30, Threshold = 10, IsAlarm = true };

    private readonly SceneRig _rig = new();
    private readonly object _analyser = new();

    public SceneStopTests() => _rig.Watch.Attach(_analyser);

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void OnCleared_WithAnAlarmOn_EndsItAtOnceAndIsTold()
    {
        Find(Alarm);
        Assert.NotNull(_rig.Status.Alarm);
        var told = 0;
        _rig.Watch.Changed += () => told++;

        ((IFrameObserver)_rig.Watch).OnCleared();

        Assert.Equal((false, false, ScenePhase.Off), (_rig.Status.IsCurrent, _rig.Status.IsJudged, _rig.Status.Phase));
        Assert.Null(_rig.Status.Alarm);
        Assert.NotNull(_rig.Status.LastAlarm);
        Assert.Equal(1, told);
    }

    [Fact]
    public void OnFinding_OfAFrameFromBeforeTheStop_IsNotHeard()
    {
        var before = TestFrames.Frame(1, _rig.Time.GetTimestamp());
        ((IFrameObserver)_rig.Watch).OnCleared();
        _rig.Time.Advance(TimeSpan.FromSeconds(0.1));

        _rig.Watch.OnFinding(_analyser, before, TimeSpan.Zero, Alarm);
        Assert.False(_rig.Status.IsCurrent);

        Find(Alarm);
        Assert.NotNull(_rig.Status.Alarm);
    }

    private void Find(SceneFinding finding)
    {
        _rig.Time.Advance(TimeSpan.FromSeconds(0.1));
        _rig.Watch.OnFinding(_analyser, TestFrames.Frame(2, _rig.Time.GetTimestamp()), TimeSpan.FromSeconds(0.1), finding);
    }
}
