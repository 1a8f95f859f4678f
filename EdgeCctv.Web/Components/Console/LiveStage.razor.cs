using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Zones;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Web.Configuration;
using EdgeCctv.Web.Connection;
using EdgeCctv.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace EdgeCctv.Web.Components.Console;

/// <summary>
/// The live picture of one screen. The newest frame goes to the browser, and the next one only when that one is painted: the paint
/// is the flow control, however slow the way is. Renders once; whether the picture is live is judged in the browser.
/// </summary>
public sealed partial class LiveStage : ComponentBase, IDisposable
{
    private static readonly TimeSpan LoadTimeout = TimeSpan.FromSeconds(10);

    // A connected browser that does not answer for so long has lost the call; a large picture on a slow way may take half of it.
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(30);

    private const double MaximumAgeMs = 1e12;

    // What is found goes out with the next picture; where that takes longer, it goes out by itself.
    private static readonly TimeSpan SlowCamera = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _disposal = new();
    private ElementReference _root;
    private long _skippedBefore;

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
    public required AnalysisBoard Findings { get; init; }

    [Inject]
    public required ZoneSet Zones { get; init; }

    [Inject]
    public required StatusFeed Feed { get; init; }

    [Inject]
    public required Screen Screen { get; init; }

    [Inject]
    public required ScreenConnection Connection { get; init; }

    [Inject]
    public required CircuitLink Link { get; init; }

    [Inject]
    public required EdgeCctvSettings Settings { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    public void Dispose()
    {
        Link.Changed -= OnLinkChanged;
        Connection.Close();
        Screen.Close();
        _disposal.Cancel();
        _disposal.Dispose();
    }

    /// <summary>The browser has judged its picture anew.</summary>
    /// <param name="word">As in <c>data-state</c>.</param>
    /// <param name="pictureAgeMs">Null when nothing was painted yet.</param>
    [JSInvokable]
    public void OnJudged(string word, double? pictureAgeMs)
    {
        // Whoever speaks the circuit's protocol can send anything; it goes into the status and into reports.
        word = StageWords.All.Contains(word) ? word : StageWords.Unknown;
        Screen.OnJudged(word, pictureAgeMs is >= 0 and < MaximumAgeMs ? TimeSpan.FromMilliseconds(pictureAgeMs.Value) : null);
        Connection.OnJudged(word);
    }

    protected override bool ShouldRender() => false;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            Screen.Open(IsKiosk ? ScreenKind.Kiosk : ScreenKind.Console, ViewerAddress);
            Link.Changed += OnLinkChanged;
            Connection.Open(IsKiosk, IsKiosk && Settings.Kiosk.StartCamera);
            await ShowAsync(_disposal.Token);
        }
    }

    private void OnLinkChanged(bool isUp)
    {
        Screen.OnConnection(isUp);
        Connection.OnConnection(isUp);
    }

    // Until the page is closed; a connection that breaks while the script is being loaded must not leave a page without pictures.
    private async Task ShowAsync(CancellationToken disposal)
    {
        using var self = DotNetObjectReference.Create(this);
        while (!disposal.IsCancellationRequested)
        {
            try
            {
                await using var stage = await LoadAsync(self, disposal);
                var calls = new StageCalls(stage, new StageNews(Findings, Zones, Clock), Freshness, Clock);
                await ServeAsync(calls, disposal);
            }
            catch (OperationCanceledException)
            {
                // The page was closed, or did not answer: then once more.
            }
            catch (JSDisconnectedException)
            {
                // The circuit is gone for good.
                return;
            }
        }
    }

    // Neither without the other: a page that is painted but not told, or told but not painted, must end and be loaded anew.
    private async Task ServeAsync(StageCalls calls, CancellationToken disposal)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(disposal);
        Task[] both = [PaintAsync(calls, end.Token), TellAsync(calls, end.Token)];
        await Task.WhenAny(both);
        await end.CancelAsync();
        await Task.WhenAll(both);
    }

    private async Task<IJSObjectReference> LoadAsync(DotNetObjectReference<LiveStage> self, CancellationToken disposal)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(disposal, await Link.UpAsync(disposal));
        limit.CancelAfter(LoadTimeout);
        var module = await Js.InvokeAsync<IJSObjectReference>("import", limit.Token, "./Components/Console/LiveStage.razor.js");
        var stage = await module.InvokeAsync<IJSObjectReference>("createStage", limit.Token, _root, self, new StageSpeech());
        await module.DisposeAsync().AsTask().WaitAsync(limit.Token);
        return stage;
    }

    private Task PaintAsync(StageCalls calls, CancellationToken disposal) => WhileConnectedAsync(async watch =>
    {
        using var subscription = Frames.Subscribe();
        try
        {
            while (true)
            {
                var frame = await subscription.NextAsync(watch.Token);
                Screen.OnSkipped(_skippedBefore + subscription.Skipped);
                await PaintAsync(calls, frame, watch);
            }
        }
        finally
        {
            _skippedBefore += subscription.Skipped;
        }
    }, disposal);

    private async Task PaintAsync(StageCalls calls, Frame frame, CancellationTokenSource watch)
    {
        watch.CancelAfter(AnswerTimeout);
        try
        {
            Screen.OnSent(frame.Sequence);
            if (await calls.PaintAsync(frame, watch.Token) is { } timing)
            {
                Screen.OnPainted(frame.Sequence, timing);
                Connection.OnPainted();
                Statistics.OnPainted(timing);
            }
        }
        catch (JSException)
        {
            // A picture that this browser cannot decode; the next one may be better.
        }

        watch.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    private Task TellAsync(StageCalls calls, CancellationToken disposal) => WhileConnectedAsync(async watch =>
    {
        // Not disposed: whoever raises these events may still be about to call when the last handler is taken away. It holds nothing native.
        var changes = new SemaphoreSlim(1);
        void OnChanged() => Signal(changes);
        void OnFound(AnalysisResult result)
        {
            if (Frames.Newest?.Interval >= SlowCamera)
            {
                Signal(changes);
            }
        }

        Feed.Changed += OnChanged;
        Connection.Changed += OnChanged;
        Findings.Published += OnFound;
        try
        {
            while (true)
            {
                await changes.WaitAsync(watch.Token);
                watch.CancelAfter(AnswerTimeout);
                await calls.TellAsync(Beat(), watch.Token);
                watch.CancelAfter(Timeout.InfiniteTimeSpan);
            }
        }
        finally
        {
            Feed.Changed -= OnChanged;
            Connection.Changed -= OnChanged;
            Findings.Published -= OnFound;
        }
    }, disposal);

    // However many changes there were meanwhile, the next beat tells them all. They come from several threads at once.
    private static void Signal(SemaphoreSlim changes)
    {
        lock (changes)
        {
            if (changes.CurrentCount == 0)
            {
                changes.Release();
            }
        }
    }

    private StageBeat Beat() => new(
        CameraWords.Veil(Feed.Current, Clock.GetUtcNow()),
        Frames.Newest?.Sequence,
        new StageConnection(Connection.Status.State.Word(), Connection.Status.Words),
        Feed.Current.Drill is { } drill ? DrillSpeech.Mark(drill) : null);

    // Anew with every connection: what was under way when the last one broke is never answered.
    private async Task WhileConnectedAsync(Func<CancellationTokenSource, Task> work, CancellationToken disposal)
    {
        while (true)
        {
            using var watch = CancellationTokenSource.CreateLinkedTokenSource(disposal, await Link.UpAsync(disposal));
            try
            {
                await work(watch);
            }
            catch (OperationCanceledException) when (!disposal.IsCancellationRequested)
            {
                // The connection broke, or an answer was lost.
            }
        }
    }
}
