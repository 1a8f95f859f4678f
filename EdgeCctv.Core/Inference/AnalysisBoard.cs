using System.Collections.Immutable;

namespace EdgeCctv.Core.Inference;

/// <summary>The newest result of every analyser. Thread-safe; reading takes no lock.</summary>
public sealed class AnalysisBoard
{
    private ImmutableSortedDictionary<string, AnalysisResult> _newest = ImmutableSortedDictionary<string, AnalysisResult>.Empty;

    /// <summary>Raised after every result, on the analyser's thread: handlers must be quick and must not throw.</summary>
    public event Action<AnalysisResult>? Published;

    /// <summary>The newest result of each analyser, by name; empty while the camera is off.</summary>
    public ImmutableSortedDictionary<string, AnalysisResult> Newest => Volatile.Read(ref _newest);

    internal void Publish(AnalysisResult result)
    {
        ImmutableInterlocked.Update(ref _newest, (all, one) => all.SetItem(one.Analyzer, one), result);
        Published?.Invoke(result);
    }

    /// <summary>Forgets what one analyser found: it stalled.</summary>
    internal void Withdraw(string analyzer) => ImmutableInterlocked.Update(ref _newest, (all, one) => all.Remove(one), analyzer);

    /// <summary>Forgets all: what was found belongs to a session that has ended.</summary>
    internal void Clear() => Volatile.Write(ref _newest, ImmutableSortedDictionary<string, AnalysisResult>.Empty);
}
