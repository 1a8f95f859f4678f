using EdgeCctv.Web.Language;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>Shows what is said in passing on this screen, read out once.</summary>
public sealed partial class Toasts : ReaderComponent
{
    [Inject]
    public required ToastBoard Board { get; init; }

    public void Dispose() => Board.Changed -= Redraw;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        Board.Changed += Redraw;
    }

    private async Task ActAsync(Toast toast)
    {
        Board.Dismiss(toast);
        try
        {
            await toast.Action!();
        }
        catch (IOException refused)
        {
            Board.Show(new Toast(Sentences.Of(refused.Message)));
        }
    }
}
