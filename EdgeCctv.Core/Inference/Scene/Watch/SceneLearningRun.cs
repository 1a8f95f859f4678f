using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>One learning as one analyser does it: finds out the rate, learns until enough was seen, and has the model computed elsewhere. The analyser's thread.</summary>
internal sealed class SceneLearningRun(SceneLearning learning, SceneGeometry geometry, string camera, LearningControl control, TimeProvider clock)
{
    /// <summary>After a refusal, so many frames more are seen before the next try.</summary>
    private const int FramesBetweenTries = 450;

    /// <summary>There is less to lose than while watching: at a rate that does not come nothing is learnt.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private SceneLearner? _learner;
    private SceneCadence? _cadence;
    private Task _finishing = Task.CompletedTask;
    private int _nextTry;
    private TimeSpan _nextModel = learning.Least;

    /// <summary>Frames are learnt at this interval; null until it is known.</summary>
    public TimeSpan? Interval { get; private set; }

    public bool IsFor(SceneLearning other, SceneGeometry size) => other == learning && size == geometry;

    /// <summary>Learns from the next frame.</summary>
    /// <param name="picture">Of the run's size.</param>
    /// <param name="at">When it was taken.</param>
    /// <param name="rate">Has seen the frame.</param>
    public void Add(GreyPicture picture, TimeSpan at, SceneRate rate)
    {
        if (!_finishing.IsCompleted)
        {
            return;
        }

        if (_learner is null || _cadence is null || rate.HasLeft(Interval!.Value, Patience))
        {
            Begin(rate);
            return;
        }

        var step = _cadence.Add(at);
        if (step == CadenceStep.TooEarly)
        {
            return;
        }

        if (step == CadenceStep.AfterGap)
        {
            _learner.Cut();
        }

        _learner.Add(picture);
        var progress = _learner.Progress;
        var isDue = progress.IsEnough && progress.Frames >= _nextTry && (progress.Duration >= _nextModel || learning.IsToFinish);
        control.OnProgress(learning, progress, isDue);
        if (isDue)
        {
            // Takes seconds: not for the thread whose answers are waited for.
            _finishing = Task.Run(() => Finish(_learner));
        }
    }

    /// <summary>Learns from a frame that is watched too, for a better model.</summary>
    /// <param name="picture">Of the run's size.</param>
    /// <param name="at">When it was taken.</param>
    /// <param name="rate">Has seen the frame.</param>
    /// <param name="isLeftOut">Whether it is alarmed: that is not to become normal.</param>
    public void GoOn(GreyPicture picture, TimeSpan at, SceneRate rate, bool isLeftOut)
    {
        if (!isLeftOut)
        {
            Add(picture, at, rate);
            return;
        }

        if (_finishing.IsCompleted)
        {
            _learner?.Cut();
            _cadence?.Reset();
        }
    }

    /// <summary>The next frame has nothing to do with the last one.</summary>
    public void Cut()
    {
        if (_finishing.IsCompleted)
        {
            _learner?.Reset();
            _cadence?.Reset();
        }
    }

    // Of one rate from the beginning: what was seen at another cannot be used.
    private void Begin(SceneRate rate)
    {
        if (rate.Interval is { } interval)
        {
            var perSecond = Math.Round(1 / interval.TotalSeconds, 1);
            perSecond = perSecond > 0 ? perSecond : 1 / interval.TotalSeconds;
            Interval = TimeSpan.FromSeconds(1 / perSecond);
            (_learner, _cadence, _nextTry) = (new SceneLearner(geometry, perSecond), new SceneCadence(Interval.Value), 0);
        }
    }

    // Each of twice as much, so that there are few.
    private TimeSpan NextModel(TimeSpan seen) => 3 * seen > 2 * learning.GoesOnUntil ? learning.GoesOnUntil : 2 * seen;

    private void Finish(SceneLearner learner)
    {
        try
        {
            var outcome = learner.Finish(learning.Name, camera, clock.GetUtcNow());
            if (outcome.IsModel)
            {
                _nextModel = NextModel(learner.Progress.Duration);
                control.OnLearnt(learning, outcome.Model, outcome.FalseAlarmsPerHour);
                return;
            }

            _nextTry = learner.Progress.Frames + FramesBetweenTries;
            control.OnProgress(learning, learner.Progress, isFinishing: false);
        }
        catch (Exception broken)
        {
            control.OnBroke(learning, broken.Message);
        }
    }
}
