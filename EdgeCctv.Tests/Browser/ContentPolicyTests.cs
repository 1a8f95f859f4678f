using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Browser;

/// <summary>The console under its own content security policy, in a real browser.</summary>
[Trait("Category", "Browser")]
[Collection(MachineGroup.Name)]
public sealed class ContentPolicyTests(BrowserFixture browser)
{
    private const string SmallDemo = "demo:?size=320x240&fps=5&seed=7";

    [RequiresLinuxFact]
    public async Task Use_WholeConsole_NothingIsBlockedAndNothingComplains()
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo);
        await using var screen = await browser.OpenAsync(new Uri("about:blank"));
        var complaints = await ListenAsync(screen);

        await screen.Page.GotoAsync(console.Address.ToString());
        await screen.LiveAsync();
        await screen.Find("theme").SelectOptionAsync("light");
        await screen.Find("drawer-figures").ClickAsync();

        // Long enough for the chart to have been drawn with samples in it.
        await Eventually.IsTrueAsync(async () => await screen.FigureAsync("session-frames") > 15, "15 frames shown");
        await screen.Find("disengage").ClickAsync();
        await screen.StateAsync("stopped-by-operator");
        await screen.Find("deploy").ClickAsync();
        await screen.LiveAsync();
        foreach (var page in Pages.All)
        {
            await screen.GoAsync(page);
        }

        Assert.Empty(complaints);
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>("() => violations"));
    }

    [RequiresLinuxFact]
    public async Task Use_Kiosk_NothingIsBlockedAndNothingComplains()
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo, "--EdgeCctv:Kiosk:Sound=true");
        await using var screen = await browser.OpenAsync(new Uri("about:blank"));
        var complaints = await ListenAsync(screen);

        await screen.Page.GotoAsync(new Uri(console.Address, "/kiosk").ToString());
        await screen.LiveAsync();
        await screen.Page.WaitForFunctionAsync("() => navigator.serviceWorker.controller !== null");
        await console.Http.PostAsync("/stop", null);
        await screen.StateAsync("stopped-by-operator");

        Assert.Empty(complaints);
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>("() => violations"));
    }

    [RequiresLinuxFact]
    public async Task InlineScript_InThePage_DoesNotRunAndIsNoticed()
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo);
        await using var screen = await browser.OpenAsync(new Uri("about:blank"));
        await ListenAsync(screen);
        await screen.Page.GotoAsync(console.Address.ToString());
        await screen.LiveAsync();

        await screen.Page.EvaluateAsync("""
            () => {
              const script = document.createElement('script');
              script.textContent = 'window.wasRun = true';
              document.body.append(script);
            }
            """);

        Assert.Null(await screen.Page.EvaluateAsync<bool?>("() => window.wasRun ?? null"));
        await Eventually.IsTrueAsync(
            async () => (await screen.Page.EvaluateAsync<string[]>("() => violations")) is [var one, ..] && one.StartsWith("script-src", StringComparison.Ordinal),
            "a violation of script-src");
    }

    // Every error that the browser's console shows, and every violation of the policy.
    private static async Task<List<string>> ListenAsync(ConsolePage screen)
    {
        var complaints = new List<string>();
        screen.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };
        screen.Page.PageError += (_, error) => complaints.Add(error);
        await screen.Page.AddInitScriptAsync(
            "window.violations = []; document.addEventListener('securitypolicyviolation', (e) => violations.push(`${e.effectiveDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`));");
        return complaints;
    }
}
