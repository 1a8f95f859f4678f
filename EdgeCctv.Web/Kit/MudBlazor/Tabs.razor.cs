namespace EdgeCctv.Web.Kit;

public sealed partial class Tabs
{
    internal bool IsOpen(Tab tab) => _tabs.IndexOf(tab) == Selected;

    internal void DrawAnew() => StateHasChanged();
}
