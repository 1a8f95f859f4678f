using System.Collections.Immutable;

namespace EdgeCctv.Web.Live;

/// <summary>All screens that are open now: what the server knows of what people see. Thread-safe.</summary>
public sealed class Screens
{
    private ImmutableArray<Screen> _open = [];
    private long _numbers;

    /// <summary>Raised when a screen says that it became live, or why it no longer is; on the thread that heard it.</summary>
    public event Action<Screen, ScreenVerdict>? Judged;

    /// <summary>In the order in which they were opened.</summary>
    public IReadOnlyList<Screen> Open => _open;

    internal long NextNumber() => Interlocked.Increment(ref _numbers);

    /// <summary>Call once it has its number: whoever reads the list tells screens apart by it.</summary>
    internal void Add(Screen screen) => ImmutableInterlocked.Update(ref _open, (all, one) => all.Add(one), screen);

    internal void Remove(Screen screen) => ImmutableInterlocked.Update(ref _open, (all, one) => all.Remove(one), screen);

    internal void OnJudged(Screen screen, ScreenVerdict verdict) => Judged?.Invoke(screen, verdict);
}

/// <summary>What a browser judged of the picture that it shows.</summary>
/// <param name="Word"><c>live</c>, or why not, kebab-case, as in the page's <c>data-state</c>.</param>
/// <param name="At">When the server heard it, on the monotonic clock.</param>
/// <param name="PictureAge">Age of the painted picture at that moment, by the browser's clock; null when none was painted yet.</param>
public sealed record ScreenVerdict(string Word, long At, TimeSpan? PictureAge)
{
    public const string Live = "live";

    public bool IsLive => Word == Live;
}
