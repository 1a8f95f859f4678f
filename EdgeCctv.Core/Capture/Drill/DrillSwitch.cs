namespace EdgeCctv.Core.Capture.Drill;

/// <summary>Which rehearsal is under way, if any; every capture looks at it with every picture. Thread-safe, without a lock.</summary>
public sealed class DrillSwitch
{
    private volatile Rehearsal? _current;

    /// <summary>What is rehearsed now; null, as nearly always, when nothing is.</summary>
    public DrillKind? Kind => _current?.Kind;

    internal Rehearsal? Current => _current;

    /// <summary>Begins to disturb the pictures, until the returned lease is disposed.</summary>
    /// <returns>Null while another rehearsal is under way.</returns>
    public IDisposable? TryBegin(DrillKind kind)
    {
        var rehearsal = new Rehearsal(this, kind);
        return Interlocked.CompareExchange(ref _current, rehearsal, null) is null ? rehearsal : null;
    }

    /// <summary>One rehearsal; each is an object of its own, so that a capture can tell one from the next.</summary>
    internal sealed class Rehearsal(DrillSwitch owner, DrillKind kind) : IDisposable
    {
        public DrillKind Kind { get; } = kind;

        public void Dispose() => Interlocked.CompareExchange(ref owner._current, null, this);
    }
}
