using Bunit;
using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace EdgeCctv.Tests.Components;

/// <summary>What an operator set on a page is found again, and a browser that keeps nothing does no harm.</summary>
public sealed class PageStateTests : IAsyncDisposable
{
    private const string Module = "./js/page-state.js";

    private readonly BunitContext _context = new();

    public PageStateTests()
    {
        _context.Services.AddKit();
        _context.Services.AddScoped<PageState>();
    }

    private PageState State => _context.Services.GetRequiredService<PageState>();

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    [Fact]
    public async Task Load_TabHasKeptSomething_IsFoundAndToldOnce()
    {
        _context.JSInterop.SetupModule(Module).Setup<Dictionary<string, string>?>("read").SetResult(new() { ["a"] = "1" });
        var told = 0;
        State.Changed += () => told++;

        await State.LoadAsync();
        await State.LoadAsync();

        Assert.Equal("1", State.Find("a"));
        Assert.Null(State.Find("b"));
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task Load_AfterSomethingWasSet_KeepsTheNewer()
    {
        var module = _context.JSInterop.SetupModule(Module);
        module.SetupVoid("write", "a", "2").SetVoidResult();
        var read = module.Setup<Dictionary<string, string>?>("read");
        var loading = State.LoadAsync();

        await State.SetAsync("a", "2");
        read.SetResult(new() { ["a"] = "1", ["b"] = "3" });
        await loading;

        Assert.Equal("2", State.Find("a"));
        Assert.Equal("3", State.Find("b"));
    }

    [Fact]
    public async Task Set_WritesThroughAndTells()
    {
        var module = _context.JSInterop.SetupModule(Module);
        module.SetupVoid("write", "a", "1").SetVoidResult();
        var told = 0;
        State.Changed += () => told++;

        await State.SetAsync("a", "1");

        Assert.Equal(["a", "1"], Assert.Single(module.Invocations["write"]).Arguments);
        Assert.Equal(1, told);
    }

    [Theory]
    [InlineData(typeof(JSException))]
    [InlineData(typeof(JSDisconnectedException))]
    [InlineData(typeof(TaskCanceledException))]
    public async Task LoadAndSet_BrowserFailsOrIsGone_WorkWithoutIt(Type failure)
    {
        var gone = (Exception)Activator.CreateInstance(failure, "gone")!;
        var module = _context.JSInterop.SetupModule(Module);
        module.Setup<Dictionary<string, string>?>("read").SetException(gone);
        module.SetupVoid("write", _ => true).SetException(gone);

        await State.LoadAsync();
        await State.SetAsync("a", "1");

        Assert.Equal("1", State.Find("a"));
    }

    [Fact]
    public void Panel_WithFoldKey_FoldsByItsTitleAndComesBackAsItWasLeft()
    {
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        var panel = Show("figures");
        Assert.Contains("inside", panel.Markup, StringComparison.Ordinal);
        Assert.Equal("true", panel.Find("button").GetAttribute("aria-expanded"));

        panel.Find("button").Click();

        Assert.DoesNotContain("inside", panel.Markup, StringComparison.Ordinal);
        Assert.Equal("false", panel.Find("button").GetAttribute("aria-expanded"));
        Assert.DoesNotContain("inside", Show("figures").Markup, StringComparison.Ordinal);
        Assert.Contains("inside", Show("camera").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Panel_WithoutFoldKey_HasNothingToPress()
    {
        _context.JSInterop.Mode = JSRuntimeMode.Loose;

        Assert.Empty(Show(null).FindAll("button"));
    }

    [Fact]
    public async Task Tabs_OneIsChosen_OnlyItIsRenderedAndComesBackAsItWasLeft()
    {
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        var tabs = ShowTabs();
        Assert.Contains("first inside", tabs.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("second inside", tabs.Markup, StringComparison.Ordinal);

        await tabs.Find("[data-testid=tab-second]").ClickAsync(new());

        Assert.DoesNotContain("first inside", tabs.Markup, StringComparison.Ordinal);
        Assert.Contains("second inside", tabs.Markup, StringComparison.Ordinal);
        var anew = ShowTabs();
        await anew.WaitForAssertionAsync(() => Assert.Contains("second inside", anew.Markup, StringComparison.Ordinal));
        Assert.Equal("true", anew.Find("[data-testid=tab-second]").GetAttribute("aria-selected"));
    }

    private IRenderedComponent<Tabs> ShowTabs() => _context.Render<Tabs>(tabs => tabs
        .Add(strip => strip.Key, "side")
        .AddChildContent<Tab>(tab => tab.Add(one => one.Name, "first").Add(one => one.Title, "First").AddChildContent("first inside"))
        .AddChildContent<Tab>(tab => tab.Add(one => one.Name, "second").Add(one => one.Title, "Second").AddChildContent("second inside")));

    private IRenderedComponent<Panel> Show(string? foldKey) => _context.Render<Panel>(panel => panel
        .Add(one => one.Title, "Title")
        .Add(one => one.FoldKey, foldKey)
        .AddChildContent("<p>inside</p>"));
}
