namespace EdgeCctv.Core.Inference.Lanes;

/// <summary>
/// One analyser on a thread of its own, from its making to its disposal. Decides nothing; tells its lane what happened. A call that
/// never returns cannot be undone in managed code: then the lane forgets this run, and what it still says is not heard.
/// </summary>
internal sealed class LaneRun(AnalysisLane lane, IFrameAnalyzerFactory factory, LaneInbox inbox, TimeProvider clock)
{
    private const int NoCall = -1;

    // A stretch that no frame has.
    private const int NoStretch = -1;

    private volatile int _call = NoCall;
    private volatile bool _isCancelled;
    private volatile IFrameAnalyzer? _analyzer;
    private long _callBegan;

    /// <summary>What the analyser is asked to do now, and since when; null while it waits for a frame. Any thread.</summary>
    public (LaneCall Call, long Began)? Call => _call is var call and not NoCall ? ((LaneCall)call, Interlocked.Read(ref _callBegan)) : null;

    /// <summary>Whether it was told to end. Any thread.</summary>
    public bool IsCancelled => _isCancelled;

    public void Begin() => new Thread(Run) { IsBackground = true, Name = $"analysis {factory.Name}" }.Start();

    /// <summary>Asks the thread to end, and its analyser to break off what it does; it ends with <see cref="AnalysisLane.OnGone"/>.</summary>
    public void Cancel()
    {
        _isCancelled = true;
        _analyzer?.Terminate();
        inbox.WakeUp();
    }

    private void Run()
    {
        try
        {
            LanePriority.LowerCaller();
            Enter(LaneCall.Load);
            var analyzer = factory.Create();
            _analyzer = analyzer;
            Leave();
            lane.OnMade(this);
            AnalyseUntilCancelled(analyzer);
        }
        catch (Exception broken)
        {
            lane.OnBroke(this, broken);
        }

        End();
    }

    private void AnalyseUntilCancelled(IFrameAnalyzer analyzer)
    {
        var (stretch, last) = (NoStretch, TimeSpan.Zero);
        while (inbox.Take(this) is { } input)
        {
            var began = Enter(LaneCall.Analyse);
            var time = AnalysisIntake.OwnTime(input.Frame, clock);
            if (input.Stretch != stretch || (input.IsAfterSkip && AnalysisIntake.IsGap(time - last, input.Frame)))
            {
                analyzer.Reset();
            }

            (stretch, last) = (input.Stretch, time);
            var finding = analyzer.Analyze(input.Frame);
            Leave();
            if (!FindingCheck.IsUsable(finding))
            {
                throw new AnalysisException($"The analysis '{factory.Name}' gives figures that are no numbers: its model is broken or does not suit this camera. Use another model.");
            }

            lane.OnAnalysed(this, input.Frame, finding, clock.GetElapsedTime(began));
        }
    }

    private void End()
    {
        try
        {
            _analyzer?.Dispose();
        }
        catch (Exception broken)
        {
            // It is done with either way.
            lane.OnDisposalBroke(broken);
        }

        lane.OnGone(this);
    }

    private long Enter(LaneCall call)
    {
        var now = clock.GetTimestamp();
        Interlocked.Exchange(ref _callBegan, now);
        _call = (int)call;
        return now;
    }

    private void Leave() => _call = NoCall;
}
