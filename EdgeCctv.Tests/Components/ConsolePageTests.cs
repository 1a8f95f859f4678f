using Bunit;
using EdgeCctv.Web.Components.Console;
using EdgeCctv.Web.Live;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeCctv.Tests.Components;

public sealed class ConsolePageTests
{
    [Theory]
    [InlineData(true, "picture latency screens drill", "drill")]
    [InlineData(false, "picture latency screens", "picture")]
    public async Task Tabs_DrillIsRemembered_IsOpenWhereAllowedElseTheFirstOneIs(bool allowsDrills, string tabs, string open)
    {
        await using var rig = new ConsoleRig(allowsDrills);
        var memory = rig.Context.Services.GetRequiredService<PageState>();
        await memory.SetAsync("drawer.figures", "open");
        await memory.SetAsync("tab.console", "drill");

        var page = rig.Context.Render<Web.Components.Pages.Console>();

        await page.WaitForAssertionAsync(() =>
        {
            var shown = page.FindAll("[data-testid^=tab-]");
            Assert.Equal(tabs, string.Join(' ', shown.Select(tab => tab.GetAttribute("data-testid")!["tab-".Length..])));
            Assert.Equal([$"tab-{open}"], shown.Where(tab => tab.GetAttribute("aria-selected") == "true").Select(tab => tab.GetAttribute("data-testid")));
        });
        Assert.Equal(allowsDrills ? 1 : 0, page.FindComponents<DrillPanel>().Count);
    }
}
