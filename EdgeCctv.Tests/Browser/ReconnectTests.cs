using System.Runtime.InteropServices;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Tests.Measurements;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Browser;

/// <summary>Whatever ends the circuit, the page says so and comes back without a hand on it.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class ReconnectTests(BrowserFixture browser, ITestOutputHelper output)
{
    private const string SmallDemo = "demo:?strip=1&size=320x240&fps=10&seed=7";
    private static readonly TimeSpan ReloadLimit = TimeSpan.FromSeconds(15);

    [RequiresLinuxFact]
    public async Task Script_InUse_IsTheOneAskedForAndIsTold()
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo);
        await using var screen = await browser.OpenAsync(console.Address);
        await screen.LiveAsync();

        var script = await screen.Page.EvaluateAsync<string>("async () => await (await fetch('_framework/blazor.web.js')).text()");
        var asked = BrowserFixture.BlazorScript is { } file ? await File.ReadAllTextAsync(file) : await console.Http.GetStringAsync("/_framework/blazor.web.js");

        Assert.Equal(asked, script);
        var generation = script.Contains("pauseCircuit", StringComparison.Ordinal) ? ".NET 10 or later" : ".NET 9 or earlier";
        output.WriteLine($"blazor.web.js of {generation}, {script.Length} characters, {BrowserFixture.BlazorScript ?? "as the console serves it"}");
    }

    [RequiresLinuxFact]
    public async Task NetworkCutForThreeSeconds_LiveAgainOnTheSameCircuit()
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo);
        await using var proxy = new TcpFaultProxy(console.Address.Port);
        await using var screen = await OpenAsync(proxy);

        proxy.Refuse();
        proxy.Cut();
        await screen.StateAsync("connection-lost");
        await Assertions.Expect(screen.Find("connection-bar")).ToBeVisibleAsync();
        await screen.Page.WaitForFunctionAsync("() => told.at(-1).state === 'lost' && told.at(-1).attempt >= 5");
        proxy.Listen();

        await LiveAgainAsync(screen, isReloaded: false);
        await Assertions.Expect(screen.Find("connection-bar")).ToBeHiddenAsync();
    }

    [RequiresLinuxFact]
    [Trait("Category", "Full")]
    public async Task NetworkSilentForFifteenSeconds_IsNoticedAndLiveAgain()
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo);
        await using var proxy = new TcpFaultProxy(console.Address.Port);
        await using var screen = await OpenAsync(proxy);
        var clock = TimeProvider.System;
        var began = clock.GetTimestamp();

        proxy.Flow.Stall();
        await screen.StateAsync("connection-lost");
        output.WriteLine($"noticed after {clock.GetElapsedTime(began).TotalSeconds:0.0} s");
        while (clock.GetElapsedTime(began) < TimeSpan.FromSeconds(15))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), clock);
        }

        proxy.Flow.Resume();

        await LiveAgainAsync(screen, isReloaded: false);
    }

    // Killed, it is played among the faults of frame truth.
    [RequiresLinuxFact]
    public async Task ServerRestarted_PageIsLoadedAnewAndLive()
    {
        var console = await ConsoleProcess.StartAsync(SmallDemo);
        var port = console.Address.Port;
        await using var screen = await browser.OpenAsync(console.Address);
        await PlantAsync(screen);

        console.Process.Signal(PosixSignal.SIGTERM);
        await console.Process.ExitAsync();
        await console.DisposeAsync();
        await screen.StateAsync("connection-lost");

        await using var again = await ConsoleProcess.StartAsync(SmallDemo, port);
        var began = TimeProvider.System.GetTimestamp();
        await LiveAgainAsync(screen, isReloaded: true);
        var took = TimeProvider.System.GetElapsedTime(began);
        output.WriteLine($"live {took.TotalSeconds:0.0} s after the server listened");
        Assert.InRange(took, TimeSpan.Zero, ReloadLimit);
    }

    [RequiresLinuxFact]
    public async Task ExceptionOnTheCircuit_PageIsLoadedAnewAndLive()
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo);
        await using var screen = await OpenAsync(console.Address);
        var ended = screen.Page.WaitForConsoleMessageAsync(new() { Predicate = message => message.Text.Contains("this circuit will be terminated", StringComparison.Ordinal) });

        // A page that says it is where no page of ours can be: OnLocationChanged(uri, null, false) in the protocol's own bytes.
        await screen.Page.EvaluateAsync("""
            () => {
              const text = (value) => [0xa0 + value.length, ...new TextEncoder().encode(value)];
              const message = [0x95, 1, 0x80, 0xc0, ...text('OnLocationChanged'), 0x93, ...text('http://elsewhere.invalid/'), 0xc0, 0xc2];
              witness.sockets.at(-1).send(new Uint8Array([message.length, ...message]));
            }
            """);

        await ended;
        await LiveAgainAsync(screen, isReloaded: true);
    }

    [RequiresLinuxTheory]
    [InlineData("**/js/connection*.js")]
    [InlineData("**/js/server*.js")]
    public async Task ServerGoneWhileThePageLoads_PageIsLoadedAnewAndLive(string lastScript)
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo);
        await using var proxy = new TcpFaultProxy(console.Address.Port);
        await using var screen = await browser.OpenAsync(new Uri("about:blank"));
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await screen.Page.RouteAsync(lastScript, async route =>
        {
            var script = await route.FetchAsync();
            if (gone.TrySetResult())
            {
                proxy.Refuse();
                proxy.Cut();
            }

            await route.FulfillAsync(new() { Response = script });
        });

        await screen.Page.GotoAsync($"http://127.0.0.1:{proxy.Port}/");
        await gone.Task;
        await Assertions.Expect(screen.Find("connection-bar")).ToBeVisibleAsync();
        proxy.Listen();

        await screen.LiveAsync();
    }

    [RequiresLinuxFact]
    [Trait("Category", "Full")]
    public async Task PageSuspendedUntilTheServerGaveItUp_LiveAgainWhenResumed()
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo);
        await using var proxy = new TcpFaultProxy(console.Address.Port);
        await using var screen = await OpenAsync(proxy);
        var open = proxy.OpenConnections;

        // Nothing in the page runs, as in a suspended one. To freeze it as such the browser asks for a hidden page, which a driven one never is.
        var tools = await screen.Page.Context.NewCDPSessionAsync(screen.Page);
        await tools.SendAsync("Debugger.enable");
        await tools.SendAsync("Debugger.pause");

        // The server's patience is longer than that of the tests.
        await Measure.PassAsync(TimeSpan.FromSeconds(15));
        await Eventually.IsTrueAsync(() => proxy.OpenConnections < open, "the server closes the connection");
        await tools.SendAsync("Debugger.resume");
        await tools.SendAsync("Debugger.disable");

        await screen.NextPaintedAsync(5);
        await screen.LiveAsync();
    }

    [RequiresLinuxFact]
    public async Task Answers_HealthAnsweredBy_OnlyOurServerCounts()
    {
        (int Status, string Type, bool IsOurs)[] rows =
        [
            (200, "application/json", true),
            (503, "application/problem+json", true),
            (200, "text/html", false),
            (503, "text/html", false),
            (502, "application/problem+json", false),
        ];
        await using var console = await ConsoleProcess.StartAsync(SmallDemo);
        await using var screen = await browser.OpenAsync(console.Address, withWorker: false);
        foreach (var row in rows)
        {
            await screen.Page.RouteAsync("**/health/live", route => route.FulfillAsync(new() { Status = row.Status, ContentType = row.Type, Body = "{}" }));

            Assert.Equal((row, row.IsOurs), (row, await screen.Page.EvaluateAsync<bool>("async () => (await import('/js/server.js')).answers()")));
        }
    }

    private Task<ConsolePage> OpenAsync(TcpFaultProxy proxy) => OpenAsync(new Uri($"http://127.0.0.1:{proxy.Port}/"));

    // A live page that keeps every step of its recovery where a test can see them.
    private async Task<ConsolePage> OpenAsync(Uri address)
    {
        var screen = await browser.OpenAsync(new Uri("about:blank"));
        await screen.Page.AddInitScriptAsync("""
            window.told = [];
            document.addEventListener('edgecctv:connection', ({ detail }) => told.push(detail));
            """);
        await screen.Page.GotoAsync(address.ToString());
        await PlantAsync(screen);
        return screen;
    }

    private static async Task PlantAsync(ConsolePage screen)
    {
        await screen.LiveAsync();
        await screen.Page.EvaluateAsync("() => { window.planted = true; }");
    }

    private static async Task LiveAgainAsync(ConsolePage screen, bool isReloaded)
    {
        await screen.Page.WaitForFunctionAsync("(isReloaded) => Boolean(window.planted) !== isReloaded", isReloaded, new() { Timeout = 60_000 });
        await screen.LiveAsync();
        await screen.NextPaintedAsync(3);
        Assert.Equal(!isReloaded, await screen.Page.EvaluateAsync<bool>("() => Boolean(window.planted)"));
    }
}
