using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser;

/// <summary>What a page makes a browser fetch that has never seen it.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class PageWeightTests(BrowserFixture browser, SharedConsole shared) : IClassFixture<SharedConsole>
{
    // A little over what is there now, so that growth is noticed. Whoever has a reason for more says it with the new number.
    private const int ScriptBudget = 130_000;
    private const int StyleBudget = 195_000;

    [RequiresLinuxTheory]
    [MemberData(nameof(Pages.Paths), MemberType = typeof(Pages))]
    public async Task Open_ColdCache_ScriptsAndStylesStayWithinTheirBudget(string path)
    {
        await using var screen = await PageLoad.OpenAsync(browser, new Uri(shared.Console.Address, path));
        await PageLoad.InUseAsync(screen, Pages.Find(path));
        await screen.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var load = await PageLoad.ReadAsync(screen);

        AssertWithin(ScriptBudget, [.. load.Scripts.Where(IsOurBuild)], "scripts");
        AssertWithin(StyleBudget, load.Styles, "styles");
    }

    // Another one may stand in for it: see the README.
    private static bool IsOurBuild(FetchedFile script) => BrowserFixture.BlazorScript is null || !script.Path.EndsWith("/blazor.web.js", StringComparison.Ordinal);

    private static void AssertWithin(int budget, FetchedFile[] files, string what)
    {
        Assert.All(files, file => Assert.True(file.Transferred > 0, $"{file.Path} came out of a cache"));
        var sum = files.Sum(file => file.Transferred);
        Assert.True(sum <= budget, $"The {what} are {sum} bytes on the way; {budget} are allowed:\n{string.Join('\n', files.OrderByDescending(file => file.Transferred))}");
    }
}
