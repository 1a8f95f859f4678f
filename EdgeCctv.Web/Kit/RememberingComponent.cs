using EdgeCctv.Web.Language;
using EdgeCctv.Web.Live;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>A part of the kit whose look an operator chooses and finds again after a reload.</summary>
public abstract class RememberingComponent : ReaderComponent, IDisposable
{
    [Inject]
    public required PageState Memory { get; init; }

    public void Dispose()
    {
        Memory.Changed -= Redraw;
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        Memory.Changed += Redraw;
    }

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? Memory.LoadAsync() : Task.CompletedTask;
}
