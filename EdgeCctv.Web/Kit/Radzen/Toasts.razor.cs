using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>Shows what is said in passing on this screen, read out once.</summary>
public sealed partial class Toasts : ComponentBase
{
    [Inject]
    public required ToastBoard Queue { get; init; }

    public void Dispose() => Queue.Changed -= Redraw;

    protected override void OnInitialized() => Queue.Changed += Redraw;

    private void Redraw() => _ = InvokeAsync(StateHasChanged);

    private async Task ActAsync(Toast toast)
    {
        Queue.Dismiss(toast);
        try
        {
            await toast.Action!();
        }
        catch (IOException refused)
        {
            Queue.Show(new Toast(refused.Message));
        }
    }
}
