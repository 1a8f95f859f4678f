using EdgeCctv.Core.Capture.Clips;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Web.CommandLine;

/// <summary>Scores the frames of one clip in their order. One thread.</summary>
internal sealed class ClipScores(SceneScorer scorer, AnalysisPace pace, ScoreTable table)
{
    private readonly AlarmRule _alarm = new(scorer.Model.Threshold, scorer.Model.Info.PlaceThreshold);
    private int _passed;
    private bool _wasAlarm;

    /// <summary>Frames during which an alarm was on.</summary>
    public int AnomalousFrames { get; private set; }

    /// <summary>How many times an alarm went on.</summary>
    public int Events { get; private set; }

    public void Add(ClipFrame<GreyPicture> frame)
    {
        if (frame.Number != _passed + 1)
        {
            // Frames in between cannot be decoded: what moved meanwhile would look too fast.
            scorer.Cut();
            _alarm.Ignored();
        }

        _passed = frame.Number;
        if (pace.Takes(frame.Number))
        {
            Score(frame);
        }

        AnomalousFrames += _wasAlarm ? 1 : 0;
    }

    public void Finish(int frames) => table.Finish(frames);

    private void Score(ClipFrame<GreyPicture> frame)
    {
        var at = TimeSpan.FromSeconds((frame.Number - 1) / pace.Step / pace.FramesPerSecond);
        var scoring = scorer.Score(frame.Picture);
        switch (scoring)
        {
            case SceneScoring.Scored:
                _alarm.Scored(scorer.Result, at);
                table.Add(frame.Number, scorer.Result.Score, _alarm.IsAlarm);
                break;
            case SceneScoring.WholeSceneChange:
                _alarm.WholeSceneChanged(at);
                table.Add(frame.Number, _alarm.IsAlarm);
                break;
            case SceneScoring.Repeated:
                _alarm.Ignored();
                table.Add(frame.Number, _alarm.IsAlarm);
                break;
            case SceneScoring.First:
                table.Add(frame.Number, _alarm.IsAlarm);
                break;
            default:
                throw new InvalidOperationException($"No rule for {scoring}.");
        }

        Events += _alarm.IsAlarm && !_wasAlarm ? 1 : 0;
        _wasAlarm = _alarm.IsAlarm;
    }
}
