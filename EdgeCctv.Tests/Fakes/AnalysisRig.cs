using System.Runtime.CompilerServices;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Statistics;

namespace EdgeCctv.Tests.Fakes;

/// <summary>A real worker with its real threads, on scripted analysers, frames made by hand and a clock that stands still.</summary>
internal sealed class AnalysisRig : IDisposable
{
    private readonly Pulse _pulse = new();
    private long _sequence;

    public AnalysisRig(params FakeAnalyzers[] analyzers)
    {
        Analyzers = analyzers;
        Statistics = new StatisticsBoard(Time);
        Intake = new AnalysisIntake(Board, Statistics, Time);
        Frames = new FrameBroadcaster([Statistics, Intake]);
        Worker = new AnalysisWorker(analyzers, Intake, Frames, Freshness.Default, Time, Log);
        Worker.Changed += _pulse.Beat;
        Worker.Analysed += (_, _) => _pulse.Beat();
        Board.Published += _ => _pulse.Beat();
        foreach (var analyzer in analyzers)
        {
            analyzer.Changed = _pulse.Beat;
        }
    }

    public ManualTimeProvider Time { get; } = new();

    public FakeAnalyzers[] Analyzers { get; }

    public AnalysisBoard Board { get; } = new();

    public StatisticsBoard Statistics { get; }

    public AnalysisIntake Intake { get; }

    public FrameBroadcaster Frames { get; }

    public AnalysisWorker Worker { get; }

    public LogRecord<AnalysisWorker> Log { get; } = new();

    /// <summary>Held while an analyser is to hang; released by the test, and at its end.</summary>
    public ManualResetEventSlim Stuck { get; } = new();

    /// <summary>The first analyser's.</summary>
    public AnalyzerStatus Status => Worker.Status[0];

    /// <summary>Starts the worker and waits until every analyser is there.</summary>
    public Task StartAsync()
    {
        Worker.Start();
        return UntilAsync(() => Worker.Status.All(one => one.State == AnalyzerState.Idle));
    }

    /// <summary>Some time passes and the camera gives a picture.</summary>
    public Frame Give(double seconds = 0.1, TimeSpan? interval = null, TimeSpan drift = default, TimeSpan unchangedFor = default, GreyPicture? grey = null, int width = 16)
    {
        Time.Advance(TimeSpan.FromSeconds(seconds));
        var frame = new Frame
        {
            Sequence = ++_sequence,
            ReceivedTimestamp = Time.GetTimestamp(),
            ReceivedUtc = Time.GetUtcNow(),
            ReadyTimestamp = Time.GetTimestamp(),
            Drift = drift,
            UnchangedFor = unchangedFor,
            Width = width,
            Height = 16,
            Jpeg = [],
            ContentHash = (ulong)_sequence,
            Interval = interval,
            Grey = grey,
        };
        Frames.Publish(frame);
        return frame;
    }

    /// <summary>A picture, and every analyser has looked at it.</summary>
    public async Task<Frame> AnalyseAsync(double seconds = 0.1)
    {
        var frame = Give(seconds);
        await AnalysedAsync(frame);
        return frame;
    }

    public Task AnalysedAsync(Frame frame) => UntilAsync(() => Analyzers.All(one => Board.Newest.TryGetValue(one.Name, out var newest) && newest.Sequence == frame.Sequence));

    /// <summary>Time passes without pictures, in steps short enough for every timer's answer to be in before the next.</summary>
    public void Pass(double seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));

    public Task UntilAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string what = "") => _pulse.UntilAsync(condition, what);

    public void Dispose()
    {
        Stuck.Set();
        Worker.Dispose();
        Stuck.Dispose();
    }
}
