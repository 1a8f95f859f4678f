using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Inference.Scene.Watch;

/// <summary>Frames that are looked at and cannot be judged, since the ones before them are missing: that is not calm.</summary>
public sealed class SceneJudgedTests : IDisposable
{
    private static readonly SceneFinding Unjudged = new(ScenePhase.Watching) { Threshold = 10 };
    private static readonly SceneFinding Judged = Unjudged with { Score = 1 };

    private readonly SceneRig _rig = new();
    private readonly object _analyser = new();
    private long _sequence;

    public SceneJudgedTests() => _rig.Watch.Attach(_analyser);

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void Read_AfterAGap_IsJudgedForAsLongAsAScoreTakes()
    {
        Find(Judged, seconds: 1);
        Find(Unjudged, seconds: 2);

        Assert.True(_rig.Status.IsJudged);
    }

    [Fact]
    public void Read_NoFrameJudgedForThreeSeconds_IsNot()
    {
        Find(Judged, seconds: 1);
        Find(Unjudged, seconds: 3.5);

        Assert.True(_rig.Status.IsCurrent);
        Assert.False(_rig.Status.IsJudged);

        Find(Judged, seconds: 0.1);
        Assert.True(_rig.Status.IsJudged);
    }

    [Fact]
    public void Read_StreamBeginsAnewAgainAndAgain_IsNot()
    {
        for (var i = 0; i < 8; i++)
        {
            Find(Unjudged, seconds: 0.5);
            _rig.Watch.OnReset(_analyser);
        }

        Find(Unjudged, seconds: 0.1);
        Assert.False(_rig.Status.IsJudged);
    }

    [Fact]
    public void Read_BeginsAfterALongPause_IsJudgedForAsLongAsAScoreTakes()
    {
        Find(Unjudged, seconds: 2);
        _rig.Time.Advance(TimeSpan.FromMinutes(1));
        Find(Unjudged, seconds: 0.5);

        Assert.True(_rig.Status.IsJudged);
    }

    [Fact]
    public void Read_WholeSceneChange_IsJudged()
    {
        Find(new SceneFinding(ScenePhase.WholeSceneChange), seconds: 5);

        Assert.True(_rig.Status.IsJudged);
    }

    private void Find(SceneFinding finding, double seconds)
    {
        for (var passed = 0.0; passed < seconds; passed += 0.1)
        {
            _rig.Time.Advance(TimeSpan.FromSeconds(0.1));
            _rig.Watch.OnFinding(_analyser, TestFrames.Frame(++_sequence, _rig.Time.GetTimestamp()), TimeSpan.FromSeconds(_sequence * 0.1), finding);
        }
    }
}
