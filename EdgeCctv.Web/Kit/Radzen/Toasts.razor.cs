using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>Shows what is said in passing on this screen, read out once.</summary>
public sealed partial class Toasts : ComponentBase
{
    [Inject]
    public required ToastBoard Board { get; init; }

    public void Dispose() => Board.Changed -= Redraw;

    protected override void OnInitialized() => Board.Changed += Redraw;

    private void Redraw() => _ = InvokeAsync(StateHasChanged);

    private async Task ActAsync(Toast toast)
    {
        Board.Dismiss(toast);
        try
        {
            await toast.Action!();
        }
        catch (IOException refused)
        {
            Board.Show(new Toast(refused.Message));
        }
    }
}
