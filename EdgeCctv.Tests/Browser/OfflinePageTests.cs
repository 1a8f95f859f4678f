using System.Net;
using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser;

/// <summary>A page that cannot be had does not end a screen on the browser's error page.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class OfflinePageTests(BrowserFixture browser, SharedConsole shared) : IClassFixture<SharedConsole>
{
    private const string SmallDemo = "demo:?strip=1&size=320x180&fps=10&seed=7";

    [RequiresLinuxTheory]
    [InlineData("/", false)]
    [InlineData("/kiosk", true)]
    [InlineData("/Kiosk/", false)]
    public async Task ReloadedWhileTheServerIsDead_WaitsAndIsLiveAgainByItself(string path, bool isBehindProxy)
    {
        var console = await ConsoleProcess.StartAsync(SmallDemo);
        var port = console.Address.Port;
        await using var screen = await browser.OpenAsync(new Uri(console.Address, path), withWorker: true);
        await screen.LiveAsync();
        await HasWorkerAsync(screen);

        console.Process.Kill();
        await console.DisposeAsync();
        using (var proxy = isBehindProxy ? BadGateway(port) : null)
        {
            await screen.Page.ReloadAsync();
            await Assertions.Expect(screen.Find("offline")).ToContainTextAsync("Connection lost");
            await Assertions.Expect(screen.Find("offline-since")).ToContainTextAsync("for 1 s, since ");
            Assert.Equal(path == "/" ? "auto" : "none", await screen.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).cursor"));
            Assert.Equal("rgb(0, 0, 0)", await screen.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        }

        await using var again = await ConsoleProcess.StartAsync(SmallDemo, port);
        await screen.LiveAsync();
        Assert.Equal(path, await screen.Page.EvaluateAsync<string>("() => location.pathname"));
    }

    [RequiresLinuxFact]
    public async Task Worker_ServerAnswers_KeepsOnlyItsOwnFilesAndAnswersNothing()
    {
        await using var screen = await browser.OpenAsync(new Uri(shared.Console.Address, "/kiosk"), withWorker: true);
        await screen.LiveAsync();
        await HasWorkerAsync(screen);

        var answers = new List<string>();
        screen.Page.Response += (_, response) =>
        {
            if (response.FromServiceWorker && !response.Request.IsNavigationRequest)
            {
                answers.Add(response.Url);
            }
        };
        await screen.Page.ReloadAsync();
        await screen.LiveAsync();

        Assert.Empty(answers);
        Assert.Equal(
            ["/offline/offline.css", "/offline/offline.html", "/offline/offline.js"],
            await screen.Page.EvaluateAsync<string[]>("""
                async () => {
                  const files = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname)));
                  return files.flat().sort();
                }
                """));
    }

    // One that asks to be restarted still gives its pages; a proxy's own page, or that of a log-in, is not the console.
    [RequiresLinuxTheory]
    [InlineData(200, "application/json", true)]
    [InlineData(503, "application/problem+json", true)]
    [InlineData(503, "text/html", false)]
    [InlineData(200, "text/html", false)]
    public async Task HealthAnsweredBy_OnlyOurServerEndsTheWait(int status, string type, bool isOurs)
    {
        await using var screen = await browser.OpenAsync(new Uri("about:blank"), withWorker: false);
        var (asked, loaded) = (0, 0);
        await screen.Page.RouteAsync("**/offline/offline.html", route =>
        {
            loaded++;
            return route.ContinueAsync();
        });
        await screen.Page.RouteAsync(
            "**/health/live", route => ++asked < 3 ? route.FulfillAsync(new() { Status = status, ContentType = type, Body = "{}" }) : route.AbortAsync());

        await screen.Page.GotoAsync(new Uri(shared.Console.Address, "/offline/offline.html").ToString());
        await Eventually.IsTrueAsync(() => asked >= 3, "asked three times");

        Assert.Equal(isOurs, loaded > 1);
    }

    [RequiresLinuxFact]
    public async Task Worker_WhatIsNoPage_KeepsTheServersOwnAnswer()
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo);
        await using var screen = await browser.OpenAsync(new Uri(console.Address, "/kiosk"), withWorker: true);
        await screen.LiveAsync();
        await HasWorkerAsync(screen);
        await console.Http.PostAsync("/stop", null);
        await console.StateAsync("IDLE");

        var answer = await screen.Page.GotoAsync(new Uri(console.Address, "/snapshot.jpg").ToString());

        Assert.Equal((503, false), (answer!.Status, answer.FromServiceWorker));
        Assert.Contains("topped by", await screen.Page.InnerTextAsync("body"), StringComparison.Ordinal);
    }

    private static async Task HasWorkerAsync(ConsolePage screen) =>
        await screen.Page.WaitForFunctionAsync("() => navigator.serviceWorker.controller?.state === 'activated'");

    // A proxy whose server is gone.
    private static HttpListener BadGateway(int port)
    {
        var listener = new HttpListener();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        _ = AnswerAsync(listener);
        return listener;
    }

    private static async Task AnswerAsync(HttpListener listener)
    {
        try
        {
            while (true)
            {
                using var response = (await listener.GetContextAsync()).Response;
                response.StatusCode = (int)HttpStatusCode.BadGateway;
            }
        }
        catch (Exception exception) when (exception is ObjectDisposedException or HttpListenerException)
        {
            // The test is done with it.
        }
    }
}
