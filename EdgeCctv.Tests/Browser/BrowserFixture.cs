using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser;

/// <summary>
/// One real Chromium for all browser tests of a group, started when the first of them opens a page; nothing is downloaded. Debian's
/// on Linux, Edge on Windows.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    // No sandbox, since the tests may run as root; the rest keeps the browser from talking to anybody but us.
    internal static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>A file that takes the place of the blazor.web.js that the console serves; null for none.</summary>
    internal static readonly string? BlazorScript = Environment.GetEnvironmentVariable("EDGECCTV_BLAZOR_SCRIPT");

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A new screen: a browser profile of its own, with one page on <paramref name="address"/>.</summary>
    /// <param name="address">What to open.</param>
    /// <param name="scheme">The browser's preference.</param>
    /// <param name="width">Of the page.</param>
    /// <param name="height">Of the page.</param>
    /// <param name="withWitness">Whether the witness runs in it.</param>
    /// <param name="withWorker">Whether it may have a service worker, behind which requests cannot be answered by a test.</param>
    /// <param name="locale">The browser's language and the way it writes figures.</param>
    /// <param name="zone">The time zone that the browser is in; null for the machine's.</param>
    internal async Task<ConsolePage> OpenAsync(
        Uri address, ColorScheme scheme = ColorScheme.Dark, int width = 1280, int height = 800, bool withWitness = true, bool? withWorker = null,
        string locale = "en-US", string? zone = null)
    {
        _browser ??= await LaunchAsync();
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            Locale = locale,
            TimezoneId = zone,
            ServiceWorkers = withWorker ?? BlazorScript is null ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        if (BlazorScript is { } script)
        {
            await context.RouteAsync("**/_framework/blazor.web.js", route => route.FulfillAsync(new() { Path = script, ContentType = "text/javascript" }));
        }

        if (withWitness)
        {
            await context.AddInitScriptAsync(scriptPath: Path.Combine(AppContext.BaseDirectory, "Browser", "witness.js"));
        }

        var page = await context.NewPageAsync();
        var screen = new ConsolePage(context, page);
        await page.GotoAsync(address.ToString());
        return screen;
    }

    private async Task<IBrowser> LaunchAsync()
    {
        // What is waited for in a page may take as long there as anywhere: other tests may keep the machine busy.
        Assertions.SetDefaultExpectTimeout((float)ChildProcess.Patience.TotalMilliseconds);
        _playwright = await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = OperatingSystem.IsLinux() ? "/usr/bin/chromium" : null,
            Channel = OperatingSystem.IsWindows() ? "msedge" : null,
            Args = Arguments,
        });
    }
}

/// <summary>Tests with a real browser: one after the other, beside <see cref="MachineGroup"/>.</summary>
[SideBySide]
[CollectionDefinition(Name)]
public sealed class BrowserGroup : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}
