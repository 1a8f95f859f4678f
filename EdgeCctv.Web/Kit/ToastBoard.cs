namespace EdgeCctv.Web.Kit;

/// <summary>Something that was just done, said in passing.</summary>
/// <param name="Text">A sentence.</param>
/// <param name="ActionText">What a button on it says; null for none.</param>
/// <param name="Action">What the button does; it may fail with a message for people.</param>
public sealed record Toast(string Text, string? ActionText = null, Func<Task>? Action = null);

/// <summary>What is said in passing on one screen: at most three at once, each for a while, so that there is time to undo. Thread-safe; one per circuit.</summary>
public sealed class ToastBoard(TimeProvider clock) : IDisposable
{
    /// <summary>Long enough to read it, to doubt, and to reach for the button.</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromSeconds(20);

    private const int Most = 3;

    private readonly Lock _lock = new();
    private readonly List<(Toast Toast, ITimer Timer)> _shown = [];

    /// <summary>Raised after a change, on any thread.</summary>
    public event Action? Changed;

    /// <summary>The newest last.</summary>
    public IReadOnlyList<Toast> Shown
    {
        get
        {
            lock (_lock)
            {
                return [.. _shown.Select(one => one.Toast)];
            }
        }
    }

    public void Show(Toast toast)
    {
        lock (_lock)
        {
            while (_shown.Count >= Most)
            {
                _shown[0].Timer.Dispose();
                _shown.RemoveAt(0);
            }

            _shown.Add((toast, clock.CreateTimer(_ => Dismiss(toast), null, ShownFor, Timeout.InfiniteTimeSpan)));
        }

        Changed?.Invoke();
    }

    public void Dismiss(Toast toast)
    {
        lock (_lock)
        {
            foreach (var one in _shown.Where(one => ReferenceEquals(one.Toast, toast)).ToArray())
            {
                one.Timer.Dispose();
                _shown.Remove(one);
            }
        }

        Changed?.Invoke();
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _shown.ForEach(one => one.Timer.Dispose());
            _shown.Clear();
        }
    }
}
