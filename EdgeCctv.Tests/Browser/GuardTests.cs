using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser;

/// <summary>What a page lacks brings it back, if it cannot do without, and at a growing pause; nothing else does.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class GuardTests(BrowserFixture browser, SharedConsole shared) : IClassFixture<SharedConsole>
{
    private const string Pause = "sessionStorage.getItem('edgecctv-guard-pause')";

    [RequiresLinuxFact]
    public Task NeededFileFailsTwice_IsLoadedAnewAtAGrowingPauseThatIsForgottenWhenAllIsWell() => FailTwiceAsync("**/js/connection*.js");

    [RequiresLinuxTheory]
    [Trait("Category", "Full")]
    [InlineData("**/js/recovery*.js")]
    [InlineData("**/css/app*.css")]
    public Task OtherNeededFileFailsTwice_IsLoadedAnewAtAGrowingPauseThatIsForgottenWhenAllIsWell(string file) => FailTwiceAsync(file);

    private async Task FailTwiceAsync(string file)
    {
        await using var screen = await browser.OpenAsync(new Uri("about:blank"), withWorker: false);
        var asked = 0;
        await screen.Page.RouteAsync(file, route => ++asked <= 2 ? route.AbortAsync() : route.ContinueAsync());

        await screen.Page.GotoAsync(shared.Console.Address.ToString());
        await Eventually.IsTrueAsync(() => Task.FromResult(asked == 3), () => $"loaded {asked} times of 3");
        Assert.Equal("4000", await screen.Page.EvaluateAsync<string?>($"() => {Pause}"));

        await screen.LiveAsync();
        await screen.Page.WaitForFunctionAsync($"() => {Pause} === null");
        Assert.Equal(3, asked);
    }

    [RequiresLinuxTheory]
    [InlineData("**/js/register-worker*.js")]
    [InlineData("**/js/kiosk*.js")]
    public async Task OtherFileFails_PageIsLeftAlone(string file)
    {
        await using var screen = await browser.OpenAsync(new Uri("about:blank"), withWorker: false);
        await screen.Page.RouteAsync(file, route => route.AbortAsync());

        await screen.Page.GotoAsync(shared.Console.Address.ToString());
        await screen.LiveAsync();

        // Written as soon as a reload is decided.
        Assert.Null(await screen.Page.EvaluateAsync<string?>($"() => {Pause}"));
    }

    [RequiresLinuxFact]
    public async Task ScriptNeitherArrivesNorFails_PageIsLoadedAnewAndLive()
    {
        await using var screen = await browser.OpenAsync(new Uri("about:blank"), withWorker: false);
        var asked = 0;
        await screen.Page.RouteAsync("**/js/connection*.js", route => ++asked == 1 ? Task.CompletedTask : route.ContinueAsync());

        // The first page's half minute passes at once.
        await screen.Page.AddInitScriptAsync("""
            if (!sessionStorage.getItem('test-hurried')) {
              sessionStorage.setItem('test-hurried', 'yes');
              const later = window.setTimeout;
              window.setTimeout = (work, after, ...rest) => later(work, after === 30_000 ? 0 : after, ...rest);
            }
            """);
        await screen.Page.GotoAsync(shared.Console.Address.ToString(), new() { WaitUntil = WaitUntilState.Commit });

        await screen.LiveAsync();
        Assert.Equal(2, asked);
    }

    [RequiresLinuxFact]
    public async Task NeededFileFails_WhatAnswersIsNotOurServer_PageWaits()
    {
        await using var screen = await browser.OpenAsync(new Uri("about:blank"), withWorker: false);
        var (loaded, asked) = (0, 0);
        await screen.Page.RouteAsync("**/js/connection*.js", route => ++loaded == 1 ? route.AbortAsync() : route.ContinueAsync());
        await screen.Page.RouteAsync("**/health/live", route => ++asked <= 3
            ? route.FulfillAsync(new() { ContentType = "text/html", Body = "<p>Maintenance" })
            : route.ContinueAsync());

        await screen.Page.GotoAsync(shared.Console.Address.ToString());
        await screen.LiveAsync();

        Assert.InRange(asked, 4, int.MaxValue);
    }
}
