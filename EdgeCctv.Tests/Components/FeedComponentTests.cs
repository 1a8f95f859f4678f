using Bunit;
using EdgeCctv.Web.Components.Console;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace EdgeCctv.Tests.Components;

/// <summary>Status changes coalesce; frames never make anything render.</summary>
public sealed class FeedComponentTests : IAsyncDisposable
{
    private static readonly TimeSpan LeastInterval = TimeSpan.FromMilliseconds(100);

    private readonly ConsoleRig _rig = new();

    [Fact]
    public async Task StatusChanges_ABurstOfHundred_RenderAtMostTenTimesASecond()
    {
        var counter = await ShowAsync<Counter>();
        var (renders, changes) = (counter.Instance.Renders, _rig.Camera.History.Count);

        for (var tenth = 0; tenth < 10; tenth++)
        {
            for (var i = 0; i < 3; i++)
            {
                await _rig.Camera.StartAsync();
                await _rig.Camera.StopAsync();
            }

            await FeedRestsAsync();
            _rig.Camera.Time.Advance(LeastInterval);
        }

        await FeedRestsAsync();
        await DrawnAsync(counter);
        Assert.True(_rig.Camera.History.Count - changes >= 100);
        Assert.InRange(counter.Instance.Renders - renders, 2, 11);
    }

    [Fact]
    public async Task StatusChange_AfterAQuietTime_IsShownAtOnce()
    {
        var panel = await ShowAsync<CameraPanel>();

        await _rig.Camera.StartAsync();
        await FeedRestsAsync();
        _rig.Camera.Time.Advance(LeastInterval);

        await panel.WaitForStateAsync(() => State(panel) == "running");
    }

    [Fact]
    public async Task Frames_AHundred_RenderNothingButByTheFeed()
    {
        await _rig.Camera.RunAsync();
        var figures = await ShowAsync<FiguresPanel>();
        var stage = _rig.Context.Render<LiveStage>();
        var before = figures.RenderCount;

        for (var i = 0; i < 100; i++)
        {
            await _rig.Camera.DeliverAsync();
        }

        await DrawnAsync(figures);
        Assert.True(_rig.Screen.Read().Painted > 0);
        Assert.Equal((before, 1), (figures.RenderCount, stage.RenderCount));

        _rig.Camera.Time.Advance(TimeSpan.FromSeconds(1));
        await figures.WaitForStateAsync(() => figures.Find("[data-testid=session-frames]").TextContent == "101");
        Assert.Equal(1, stage.RenderCount);
    }

    [Fact]
    public void LiveStage_PageAroundItRenders_IsNotDrawnAgain()
    {
        var stage = _rig.Context.Render<LiveStage>();

        stage.Render();

        Assert.Equal(1, stage.RenderCount);
    }

    [Fact]
    public async Task Dispose_Component_IsNoLongerTold()
    {
        var counter = await ShowAsync<Counter>();
        var instance = counter.Instance;
        await _rig.Context.DisposeComponentsAsync();
        var renders = instance.Renders;

        await _rig.Camera.StartAsync();
        await FeedRestsAsync();

        Assert.Equal(renders, instance.Renders);
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    private static string? State(IRenderedComponent<CameraPanel> panel) => panel.Find("[data-testid=camera-state]").GetAttribute("data-state");

    // Whatever was queued for the renderer before this has been drawn after it.
    private static Task DrawnAsync<T>(IRenderedComponent<T> component)
        where T : IComponent => component.InvokeAsync(() => { });

    private async Task<IRenderedComponent<T>> ShowAsync<T>()
        where T : IComponent
    {
        var component = _rig.Context.Render<T>();
        await _rig.Feed.StartAsync(CancellationToken.None);
        await _rig.Camera.UntilAsync(() => _rig.Camera.Time.IsDueIn(TimeSpan.FromSeconds(1)), "the feed's own clock");
        return component;
    }

    // It has told of the latest change and waits for its least interval.
    private Task FeedRestsAsync() => _rig.Camera.UntilAsync(() => _rig.Camera.Time.IsDueIn(LeastInterval), "the feed to rest");

    /// <summary>Nothing but the base: what is counted is the feed's doing alone.</summary>
    private sealed class Counter : FeedComponent
    {
        private int _renders;

        public int Renders => Volatile.Read(ref _renders);

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            Interlocked.Increment(ref _renders);
            builder.AddContent(0, Feed.Current.Camera.State);
        }
    }
}
