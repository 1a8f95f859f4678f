using Bunit;
using EdgeCctv.Core.Capture;
using EdgeCctv.Web.Components.Support;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeCctv.Tests.Components.Support;

public sealed class FactsPanelTests : IAsyncDisposable
{
    private readonly ConsoleRig _rig = new();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Show_BackendMissing_ItsReasonStandsWithIt()
    {
        var panel = await ShowAsync();

        Assert.Equal("Any missing (any:)◐ It is not installed.", Text(panel, "backend-any"));
        Assert.Contains("EdgeCctv ", Text(panel, "version"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_TimePasses_UptimeGrowsAndSinceWhenIsInTheTooltip()
    {
        var panel = await ShowAsync();

        _rig.Camera.Time.Advance(TimeSpan.FromSeconds(42));

        await panel.WaitForStateAsync(() => Text(panel, "uptime") == "Running for 42 s");
        Assert.StartsWith("Since 2026-03-30 00:30:00 UTC", panel.Find("[data-testid=fact-uptime]").GetAttribute("title"), StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<FactsPanel>> ShowAsync()
    {
        _rig.Context.Services.AddSingleton<IBackendFacts>(new Missing());
        var panel = _rig.Context.Render<FactsPanel>();
        await panel.WaitForElementAsync("[data-testid=fact-version]", TimeSpan.FromSeconds(30));
        return panel;
    }

    private static string Text(IRenderedComponent<FactsPanel> panel, string fact) =>
        string.Join(' ', panel.Find($"[data-testid=fact-{fact}]").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private sealed class Missing : IBackendFacts
    {
        public BackendFacts Describe() => new("Any", "any:", null, "It is not installed.");
    }
}
