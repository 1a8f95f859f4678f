using System.Globalization;
using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser;

/// <summary>A picture as the witness in the page saw it painted.</summary>
internal sealed record PaintedPicture
{
    /// <summary>UTC milliseconds modulo 2³² at which it was rendered, read from its pixels.</summary>
    public double Strip { get; init; }

    /// <summary>When it was painted, Unix milliseconds.</summary>
    public double At { get; init; }

    /// <summary>From rendering to paint, milliseconds.</summary>
    public double Age { get; init; }
}

/// <summary>The veil went up or came down.</summary>
internal sealed record VeilChange
{
    public bool Up { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public double At { get; init; }

    /// <summary>Age of the painted picture at that moment, milliseconds; null before the first.</summary>
    public double? Age { get; init; }
}

/// <summary>The page said LIVE over a picture that was too old.</summary>
internal sealed record Lie
{
    /// <summary>Unix milliseconds.</summary>
    public double At { get; init; }

    /// <summary>How old the painted picture was, milliseconds.</summary>
    public double Age { get; init; }
}

/// <summary>What stood on the overlay over which picture.</summary>
internal sealed record OverlayMoment
{
    /// <summary>UTC milliseconds modulo 2³² at which the picture was rendered, read from its pixels.</summary>
    public double Strip { get; init; }

    /// <summary>The words that are drawn.</summary>
    public string[] Words { get; init; } = [];
}

/// <summary>One screen: a page of the console in a real browser.</summary>
internal sealed class ConsolePage(IBrowserContext context, IPage page) : IAsyncDisposable
{
    public IPage Page => page;

    public ILocator Find(string testId) => page.GetByTestId(testId);

    public Task LiveAsync() => StateAsync("live");

    /// <summary>Opens another page by the navigation, as an operator does, and waits until it is there.</summary>
    public async Task GoAsync(Pages to)
    {
        await page.Locator($"nav a[href='{to.Path.TrimStart('/')}']").ClickAsync();
        await page.WaitForURLAsync($"**{to.Path}");
        await Assertions.Expect(Find("live-canvas")).ToHaveCountAsync(to.HasPicture ? 1 : 0);
        if (to.HasPicture)
        {
            await LiveAsync();
        }
    }

    /// <summary>What has the focus, as its place in the page, and whether that can be seen.</summary>
    public async Task<(string Name, bool IsSeen)> FocusAsync()
    {
        var focus = await page.EvaluateAsync<string[]>("""
            () => {
              const one = document.activeElement;
              const name = `${[...document.querySelectorAll('*')].indexOf(one)} ${one.outerHTML.slice(0, 120)}`;
              const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
              return [name, String(one === document.body || (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none')];
            }
            """);
        return (focus[0], focus[1] == "true");
    }

    /// <summary>Waits until the stage's state is <paramref name="word"/>, and checks that the veil agrees.</summary>
    public async Task StateAsync(string word)
    {
        await Assertions.Expect(Find("live-state")).ToHaveAttributeAsync("data-state", word, new() { Timeout = (float)ChildProcess.Patience.TotalMilliseconds });
        await Assertions.Expect(Find("veil")).ToBeVisibleAsync(new() { Visible = word != "live" });
    }

    public async Task<double> FigureAsync(string testId) =>
        double.Parse(await Find(testId).InnerTextAsync(), NumberStyles.Float, CultureInfo.InvariantCulture);

    public Task<PaintedPicture[]> PaintedAsync() => page.EvaluateAsync<PaintedPicture[]>("() => witness.painted.slice()");

    public Task<VeilChange[]> VeilChangesAsync() => page.EvaluateAsync<VeilChange[]>("() => witness.veil.slice()");

    /// <summary>Every moment at which the page said LIVE over a picture of more than 2 s; there must be none.</summary>
    public Task<Lie[]> LiesAsync() => page.EvaluateAsync<Lie[]>("() => witness.lies.slice(0, 100)");

    /// <summary>Waits until so many pictures have been painted from now on, and gives them.</summary>
    public async Task<PaintedPicture[]> NextPaintedAsync(int count)
    {
        var before = (await PaintedAsync()).Length;
        await page.WaitForFunctionAsync("(n) => witness.painted.length >= n", before + count, new() { Timeout = 120_000 });
        return [.. (await PaintedAsync()).Skip(before).Take(count)];
    }

    // Leaves the page first, as a closed tab does: only then does the server end the circuit at once.
    public async ValueTask DisposeAsync()
    {
        await page.GotoAsync("about:blank");
        await context.DisposeAsync();
    }
}
