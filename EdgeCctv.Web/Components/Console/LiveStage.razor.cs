using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace EdgeCctv.Web.Components.Console;

/// <summary>
/// The live picture of one screen. The newest frame goes to the browser, and the next one only when that one is painted: the paint
/// is the flow control. Renders once; whether the picture is live is judged in the browser.
/// </summary>
public sealed partial class LiveStage : ComponentBase, IDisposable
{
    // A call in flight when the socket breaks is never answered, so none may last longer than a picture stays fresh.
    private static readonly TimeSpan PaintTimeout = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan LoadTimeout = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _disposal = new();
    private ElementReference _root;
    private VeilCause? _toldCause;
    private bool _tellCause = true;

    /// <summary>Whether the picture fills an unattended screen.</summary>
    [Parameter]
    public bool IsKiosk { get; set; }

    /// <summary>The browser's address, where it is known.</summary>
    [CascadingParameter(Name = "ViewerAddress")]
    public string? ViewerAddress { get; set; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required FrameBroadcaster Frames { get; init; }

    [Inject]
    public required Freshness Freshness { get; init; }

    [Inject]
    public required StatisticsBoard Statistics { get; init; }

    [Inject]
    public required StatusFeed Feed { get; init; }

    [Inject]
    public required Screen Screen { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    public void Dispose()
    {
        _disposal.Cancel();
        _disposal.Dispose();
    }

    protected override bool ShouldRender() => false;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await ShowAsync(_disposal.Token);
        }
    }

    private async Task ShowAsync(CancellationToken disposal)
    {
        try
        {
            await using var module = await Js.InvokeAsync<IJSObjectReference>(
                "import", LoadTimeout, "./Components/Console/LiveStage.razor.js");
            Screen.Open(IsKiosk ? ScreenKind.Kiosk : ScreenKind.Console, ViewerAddress);
            await using var stage = await module.InvokeAsync<IJSObjectReference>("createStage", LoadTimeout, _root);
            await Task.WhenAll(PaintAsync(stage, disposal), TellCausesAsync(stage, disposal));
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or never answered.
        }
        catch (JSDisconnectedException)
        {
            // The circuit is gone for good.
        }
    }

    private async Task PaintAsync(IJSObjectReference stage, CancellationToken disposal)
    {
        using var subscription = Frames.Subscribe();
        while (true)
        {
            var frame = await subscription.NextAsync(disposal);
            Screen.OnSkipped(subscription.Skipped);
            if (await TryAsync(() => PaintAsync(stage, frame), disposal))
            {
                Screen.OnPainted(frame.Sequence, new PaintTiming(frame.Drift, Clock.GetElapsedTime(frame.ReceivedTimestamp), default, default, default));
                Statistics.OnPainted(frame.Age(Clock));
            }
        }
    }

    private ValueTask<bool> PaintAsync(IJSObjectReference stage, Frame frame) => stage.InvokeAsync<bool>(
        "paint",
        PaintTimeout,
        frame.Jpeg,
        frame.Sequence,
        frame.Age(Clock).TotalMilliseconds,
        Freshness.LimitFor(frame).TotalMilliseconds);

    private async Task TellCausesAsync(IJSObjectReference stage, CancellationToken disposal)
    {
        using var changes = new SemaphoreSlim(1);
        void OnChanged()
        {
            if (changes.CurrentCount == 0)
            {
                changes.Release();
            }
        }

        Feed.Changed += OnChanged;
        try
        {
            while (true)
            {
                await changes.WaitAsync(disposal);
                await TellCauseAsync(stage, disposal);
            }
        }
        finally
        {
            Feed.Changed -= OnChanged;
        }
    }

    // Told again with the feed's next change until the browser has confirmed it.
    private async Task TellCauseAsync(IJSObjectReference stage, CancellationToken disposal)
    {
        var cause = CameraWords.Veil(Feed.Current);
        if (_tellCause || cause != _toldCause)
        {
            _tellCause = !await TryAsync(() => stage.InvokeAsync<bool>("setCameraCause", PaintTimeout, cause), disposal);
            _toldCause = cause;
        }
    }

    // False when the browser did not answer in time (the circuit may be cut and come back), or could not decode the picture.
    private static async Task<bool> TryAsync(Func<ValueTask<bool>> call, CancellationToken disposal)
    {
        try
        {
            return await call();
        }
        catch (OperationCanceledException) when (!disposal.IsCancellationRequested)
        {
            return false;
        }
        catch (JSException)
        {
            return false;
        }
    }
}
