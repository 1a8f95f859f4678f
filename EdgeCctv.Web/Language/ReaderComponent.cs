using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Language;

/// <summary>
/// A component that draws itself anew when something on the server says so. Whoever raises that event knows nothing of readers:
/// the language, the figures and the time zone of this one are kept from when the component was made.
/// </summary>
public abstract class ReaderComponent : ComponentBase
{
    private ExecutionContext? _reader;

    protected override void OnInitialized() => _reader = ExecutionContext.Capture();

    /// <summary>For handlers of events; on any thread.</summary>
    protected void Redraw()
    {
        if (_reader is { } reader)
        {
            ExecutionContext.Run(reader, _ => _ = InvokeAsync(StateHasChanged), null);
        }
    }
}
