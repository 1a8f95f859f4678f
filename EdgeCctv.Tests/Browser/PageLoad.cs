namespace EdgeCctv.Tests.Browser;

/// <summary>What opening a page in a browser that has never seen it costs, as page-load.js saw it; times are milliseconds since its opening.</summary>
internal sealed record PageLoad
{
    /// <summary>When the first text or picture was painted.</summary>
    public double? FirstPaint { get; init; }

    /// <summary>When the picture was first LIVE; null for a page without one.</summary>
    public double? Live { get; init; }

    /// <summary>Whatever moved without input, since the opening.</summary>
    public LayoutShift[] Shifts { get; init; } = [];

    public FetchedFile[] Scripts { get; init; } = [];

    public FetchedFile[] Styles { get; init; } = [];

    /// <summary>All that moved together; not the worst five seconds, as the browser's own measure has it, which forgives the rest.</summary>
    public double ShiftSum => Shifts.Sum(shift => shift.Value);

    /// <summary>A new screen on <paramref name="address"/>, observed from the first moment on.</summary>
    public static async Task<ConsolePage> OpenAsync(BrowserFixture browser, Uri address, int width = 1366, int height = 768, bool withWitness = true)
    {
        var screen = await browser.OpenAsync(new Uri("about:blank"), width: width, height: height, withWitness: withWitness);
        await screen.Page.AddInitScriptAsync(scriptPath: Path.Combine(AppContext.BaseDirectory, "Browser", "page-load.js"));
        await screen.Page.GotoAsync(address.ToString());
        return screen;
    }

    public static Task<PageLoad> ReadAsync(ConsolePage screen) => screen.Page.EvaluateAsync<PageLoad>("() => pageLoad()");

    /// <summary>Waits until the page is in use: its picture is LIVE, or, where it has none, its circuit is up.</summary>
    public static Task InUseAsync(ConsolePage screen, Pages page) =>
        page.HasPicture ? screen.LiveAsync() : screen.Page.WaitForFunctionAsync("() => document.documentElement.dataset.connection === 'up'");
}

/// <summary>Something moved by itself.</summary>
internal sealed record LayoutShift
{
    /// <summary>Share of the window that moved, times how far it moved; see https://web.dev/articles/cls.</summary>
    public double Value { get; init; }

    /// <summary>Milliseconds since the page was opened.</summary>
    public double At { get; init; }

    /// <summary>The beginning of each element's HTML.</summary>
    public string[] What { get; init; } = [];

    public override string ToString() => FormattableString.Invariant($"{Value:0.0000} after {At:0} ms: {string.Join(" | ", What)}");
}

/// <summary>A file that the page fetched.</summary>
internal sealed record FetchedFile
{
    public string Path { get; init; } = "";

    /// <summary>Bytes on the way, as compressed as they came, headers included; 0 out of the cache.</summary>
    public int Transferred { get; init; }

    /// <summary>Bytes that the browser had to read.</summary>
    public int Decoded { get; init; }
}
