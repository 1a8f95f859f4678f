using Deque.AxeCore.Playwright;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Browser;

/// <summary>What axe-core finds on every page in every theme: nothing serious, nothing critical.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class AccessibilityTests(BrowserFixture browser, SharedConsole shared) : IClassFixture<SharedConsole>
{
    private static readonly string[] Grave = ["serious", "critical"];

    [RequiresLinuxTheory]
    [InlineData("dark")]
    [InlineData("light")]
    [InlineData("contrast")]
    public async Task Page_Any_HasNothingGrave(string theme)
    {
        await using var screen = await browser.OpenAsync(shared.Console.Address, withWitness: false);
        await screen.LiveAsync();
        await screen.Find("theme").SelectOptionAsync(theme);
        foreach (var page in Pages.All)
        {
            await screen.GoAsync(page);
            var grave = (await screen.Page.RunAxe()).Violations.Where(one => Grave.Contains(one.Impact))
                .Select(one => $"{page.Path}: {one.Id}, {one.Help}: {string.Join("; ", one.Nodes.Select(node => node.Html))}").ToArray();
            Assert.True(grave.Length == 0, string.Join('\n', grave));
        }
    }
}
