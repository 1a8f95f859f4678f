using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Browser;

/// <summary>
/// A page of a browser of its own, driven over the DevTools protocol alone. Playwright keeps every page "visible and focused", and the
/// browser suspends hidden pages only. One caller at a time.
/// </summary>
internal sealed class DevToolsPage : IAsyncDisposable
{
    private const string Listening = "DevTools listening on ";

    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("edgecctv-browser-");
    private readonly ClientWebSocket _socket = new();
    private ChildProcess _browser = null!;
    private string? _session;
    private string _page = "";
    private string _other = "";
    private int _calls;

    /// <param name="script">Runs in the page before any script of its own.</param>
    /// <param name="address">What to open.</param>
    public static async Task<DevToolsPage> OpenAsync(string script, Uri address)
    {
        var page = new DevToolsPage();
        page._browser = new ChildProcess(
            "/usr/bin/chromium", [.. BrowserFixture.Arguments, "--headless=new", "--remote-debugging-port=0", $"--user-data-dir={page._profile.FullName}", "about:blank"]);
        var line = await page._browser.LineAsync(Listening);
        await page._socket.ConnectAsync(new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim()), CancellationToken.None);
        page._other = await page.NewTabAsync();
        page._page = await page.NewTabAsync();
        var attached = await page.CallAsync("Target.attachToTarget", new { targetId = page._page, flatten = true });
        page._session = attached.GetProperty("sessionId").GetString();
        await page.CallAsync("Page.enable", new { });
        await page.CallAsync("Page.addScriptToEvaluateOnNewDocument", new { source = script });
        await page.CallAsync("Page.navigate", new { url = address.ToString() });
        return page;
    }

    /// <summary>Puts another tab before it and suspends it: no timer runs, no message is handed on.</summary>
    public async Task SuspendAsync()
    {
        await CallAsync("Target.activateTarget", new { targetId = _other });
        await UntilAsync("document.visibilityState === 'hidden'");
        await CallAsync("Page.setWebLifecycleState", new { state = "frozen" });
    }

    /// <summary>Lets it go on, still behind the other tab.</summary>
    public Task ResumeAsync() => CallAsync("Page.setWebLifecycleState", new { state = "active" });

    public Task ShowAsync() => CallAsync("Target.activateTarget", new { targetId = _page });

    /// <summary>The value of an expression in the page, by JSON; works while it is suspended, too.</summary>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        var answer = await CallAsync("Runtime.evaluate", new { expression, returnByValue = true });
        return answer.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    public Task UntilAsync(string condition) =>
        Eventually.IsTrueAsync(async () => (await EvaluateAsync(condition)).ValueKind == JsonValueKind.True, condition);

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await _browser.DisposeAsync();
        await Eventually.IsTrueAsync(IsProfileDeleted, "the browser's profile can be deleted");
    }

    // The browser's other processes end a little after it, and write until then.
    private bool IsProfileDeleted()
    {
        try
        {
            _profile.Delete(recursive: true);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task<string> NewTabAsync() =>
        (await CallAsync("Target.createTarget", new { url = "about:blank" })).GetProperty("targetId").GetString()!;

    private async Task<JsonElement> CallAsync(string method, object parameters)
    {
        using var patience = new CancellationTokenSource(ChildProcess.Patience);
        var call = ++_calls;
        var message = new Dictionary<string, object> { ["id"] = call, ["method"] = method, ["params"] = parameters };
        if (_session is { } session && !method.StartsWith("Target.", StringComparison.Ordinal))
        {
            message["sessionId"] = session;
        }

        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, patience.Token);
        while (true)
        {
            var answer = await ReceiveAsync(patience.Token);
            if (answer.TryGetProperty("id", out var id) && id.GetInt32() == call)
            {
                return answer.TryGetProperty("result", out var result)
                    ? result
                    : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{method}: {answer}"));
            }
        }
    }

    private async Task<JsonElement> ReceiveAsync(CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        var part = new byte[16 * 1024];
        WebSocketReceiveResult received;
        do
        {
            received = await _socket.ReceiveAsync(part, cancellation);
            whole.Write(part, 0, received.Count);
        }
        while (!received.EndOfMessage);

        return JsonDocument.Parse(whole.ToArray()).RootElement;
    }
}
