using System.Collections.Concurrent;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Fakes;

/// <summary>Makes analysers that do what the test tells them, and keeps what was asked of them. Thread-safe.</summary>
internal sealed class FakeAnalyzers(string name = "scene") : IFrameAnalyzerFactory
{
    private readonly ConcurrentQueue<string> _calls = new();

    public string Name => name;

    public bool NeedsGrey { get; init; }

    public double MostPerSecond { get; init; } = 1000;

    /// <summary>What happens while one is made.</summary>
    public Action OnCreate { get; set; } = () => { };

    /// <summary>What one finds in a frame.</summary>
    public Func<Frame, AnalysisFinding?> OnAnalyze { get; set; } = _ => new SceneFinding(ScenePhase.Watching) { Score = 1, Threshold = 2 };

    /// <summary>What happens when one is told to break off.</summary>
    public Action OnTerminate { get; set; } = () => { };

    /// <summary>What happens while one is disposed.</summary>
    public Action OnDispose { get; set; } = () => { };

    /// <summary>Told after every call.</summary>
    public Action Changed { get; set; } = () => { };

    /// <summary>"create", "reset", a frame's number or "dispose", in the order in which the calls began.</summary>
    public IReadOnlyCollection<string> Calls => _calls;

    public int Created => _calls.Count(call => call == "create");

    /// <summary>How many frames were looked at, or are now.</summary>
    public int Given => _calls.Count(call => char.IsAsciiDigit(call[0]));

    public IFrameAnalyzer Create()
    {
        // Read before the call is noted: a test that sees the call may change what the next one does.
        var behaviour = OnCreate;
        Note("create");
        behaviour();
        return new Analyzer(this);
    }

    private void Note(string call)
    {
        _calls.Enqueue(call);
        Changed();
    }

    private sealed class Analyzer(FakeAnalyzers owner) : IFrameAnalyzer
    {
        public AnalysisFinding? Analyze(Frame frame)
        {
            var behaviour = owner.OnAnalyze;
            owner.Note($"{frame.Sequence}");
            return behaviour(frame);
        }

        public void Reset() => owner.Note("reset");

        public void Terminate() => owner.OnTerminate();

        public void Dispose()
        {
            owner.Note("dispose");
            owner.OnDispose();
        }
    }
}
