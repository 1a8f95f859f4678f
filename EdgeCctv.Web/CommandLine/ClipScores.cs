using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Web.CommandLine;

/// <summary>Scores the frames of one clip in their order. One thread.</summary>
internal sealed class ClipScores(PairScorer scorer, AnalysisPace pace, ScoreTable table)
{
    private readonly AlarmRule _alarm = new(scorer.Model.Threshold, scorer.Model.Info.PlaceThreshold);
    private bool _wasAlarm;

    /// <summary>Frames during which an alarm was on.</summary>
    public int AnomalousFrames { get; private set; }

    /// <summary>How many times an alarm went on.</summary>
    public int Events { get; private set; }

    /// <param name="number">The frame's, from 1.</param>
    /// <param name="pair">It and the one before; null when it is not analysed.</param>
    public void Add(int number, ScenePair? pair)
    {
        if (pair is not null)
        {
            Score(number, pair);
        }

        AnomalousFrames += _wasAlarm ? 1 : 0;
    }

    public void Finish(int frames) => table.Finish(frames);

    private void Score(int number, ScenePair pair)
    {
        var at = TimeSpan.FromSeconds((number - 1) / pace.Step / pace.FramesPerSecond);
        scorer.Score(pair);
        switch (pair.Step)
        {
            case SceneStep.Compared:
                _alarm.Scored(scorer.Result, at);
                table.Add(number, scorer.Result.Score, _alarm.IsAlarm);
                break;
            case SceneStep.WholeSceneChange:
                _alarm.WholeSceneChanged(at);
                table.Add(number, _alarm.IsAlarm);
                break;
            case SceneStep.Repeated:
                _alarm.Ignored();
                table.Add(number, _alarm.IsAlarm);
                break;
            case SceneStep.First:
                _alarm.Ignored();
                table.Add(number, _alarm.IsAlarm);
                break;
            default:
                throw new InvalidOperationException($"No rule for {pair.Step}.");
        }

        Events += _alarm.IsAlarm && !_wasAlarm ? 1 : 0;
        _wasAlarm = _alarm.IsAlarm;
    }
}
