using Microsoft.JSInterop;

namespace EdgeCctv.Web.Live;

/// <summary>
/// What an operator set on this page and expects to find again after a reload: folded panels, selected tabs. Kept in the browser's tab;
/// where that is refused or not answered it is kept until the reload. Never throws for a browser's sake. One per circuit, used on its
/// dispatcher.
/// </summary>
public sealed class PageState(IJSRuntime js)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private Task? _loading;
    private IJSObjectReference? _module;

    /// <summary>Raised when something was set or loaded.</summary>
    public event Action? Changed;

    /// <summary>What is kept under <paramref name="key"/>; null for nothing.</summary>
    public string? Find(string key) => _values.GetValueOrDefault(key);

    /// <summary>Fetches what the tab has kept; the first call does, all wait for it. Not before a component's first render in the browser.</summary>
    public Task LoadAsync() => _loading ??= ReadAsync();

    /// <summary>Keeps <paramref name="value"/>: at once for this page, and in the tab as soon as that answers.</summary>
    public async Task SetAsync(string key, string value)
    {
        _values[key] = value;
        Changed?.Invoke();
        await TryAsync(async () => await (await ModuleAsync()).InvokeVoidAsync("write", Limit, key, value));
    }

    private Task ReadAsync() => TryAsync(async () =>
    {
        var kept = await (await ModuleAsync()).InvokeAsync<Dictionary<string, string>?>("read", Limit);

        // What was set meanwhile is newer.
        if (kept?.Count(pair => _values.TryAdd(pair.Key, pair.Value)) > 0)
        {
            Changed?.Invoke();
        }
    });

    private async ValueTask<IJSObjectReference> ModuleAsync() =>
        _module ??= await js.InvokeAsync<IJSObjectReference>("import", Limit, "./js/page-state.js");

    private static async Task TryAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception gone) when (gone is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone, or does not answer: then it is as without.
        }
    }
}
