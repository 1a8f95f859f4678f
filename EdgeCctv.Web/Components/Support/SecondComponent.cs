using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Support;

/// <summary>
/// A component that looks once a second whether it has something new to show, and renders only then; for what the status feed does
/// not tell. The clock runs only while a browser shows the component.
/// </summary>
public abstract class SecondComponent : ComponentBase, IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private ITimer? _seconds;

    [Inject]
    public required TimeProvider Clock { get; init; }

    public void Dispose()
    {
        _seconds?.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _seconds = Clock.CreateTimer(_ => _ = InvokeAsync(LookAgain), null, Second, Second);
        }
    }

    /// <summary>Takes up what is new; on the component's dispatcher.</summary>
    /// <returns>Whether there was anything.</returns>
    protected abstract bool TakeNews();

    private void LookAgain()
    {
        if (TakeNews())
        {
            StateHasChanged();
        }
    }
}
