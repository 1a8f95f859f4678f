using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Core.Frames;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Drill;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Tests.Drill;

/// <summary>A real coordinator over a scripted camera that runs; screens say what the test lets them say, and time passes when it says so.</summary>
internal sealed class DrillRig : IAsyncDisposable
{
    private const int MostLooks = 1_000;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(0.5);

    public DrillRig(Freshness? freshness = null, bool isEnabled = true)
    {
        freshness ??= Freshness.Default;
        var live = new LivePicture(Camera.Manager, freshness, Camera.Time);
        Drill = new DrillCoordinator(Switch, new DrillSettings(isEnabled), Screens, Camera.Manager, live, freshness, Camera.Time, Log);
        Drill.Changed += Camera.Beat;
    }

    public CameraRig Camera { get; } = new();

    public DrillSwitch Switch { get; } = new();

    public Screens Screens { get; } = new();

    public DrillCoordinator Drill { get; }

    public LogRecord<DrillCoordinator> Log { get; } = new();

    // Zero when none is waited for, or when it is due and about to begin.
    private TimeSpan UntilNextTry => Camera.Status.NextTry is { } next && next > Camera.Time.GetUtcNow() ? next - Camera.Time.GetUtcNow() : TimeSpan.Zero;

    /// <summary>A screen that shows a live picture.</summary>
    public Screen OpenScreen(ScreenKind kind = ScreenKind.Console)
    {
        var screen = new Screen(Screens, Camera.Time);
        screen.Open(kind, "192.0.2.50");
        screen.OnJudged(ScreenVerdict.Live, TimeSpan.Zero);
        return screen;
    }

    /// <summary>With a camera that runs and has a picture of this moment.</summary>
    public async Task BeginAsync(DrillKind kind)
    {
        await Camera.RunAsync();
        Assert.Equal(DrillReplyKind.Done, Drill.Begin(kind, "Ann").Kind);
    }

    public void Pass(double seconds) => Camera.Time.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>The drill's time is over, and the pictures are no longer disturbed.</summary>
    public async Task OverAsync()
    {
        if (Drill.Current is { IsOver: false } running)
        {
            Camera.Time.Advance(running.Remaining);
        }

        await Camera.UntilAsync(() => Switch.Kind is null);
    }

    /// <summary>The camera gives pictures again, and time passes until the report is there.</summary>
    public async Task<DrillReport> ReportAsync()
    {
        while (Drill.Current is not null)
        {
            await Camera.UntilAsync(() => Drill.Current is null || Camera.Time.IsDueIn(Look), "the coordinator to look, or the report");
            Camera.Backend.Last.Deliver();
            Camera.Time.Advance(Look);
        }

        return Drill.LastReport!;
    }

    /// <summary>Pictures come again until another drill may begin.</summary>
    public async Task BeginAgainAsync(DrillKind kind)
    {
        for (var looks = 0; Drill.Begin(kind, "Bob").Kind != DrillReplyKind.Done; looks++)
        {
            Assert.True(looks < MostLooks, "no other drill may begin");

            // The time of a drill passes without pictures: the camera may have been lost meanwhile, and is opened anew when it is time.
            await Camera.UntilAsync(() => Camera.Backend.Last.IsReading || UntilNextTry > TimeSpan.Zero);
            if (Camera.Backend.Last.IsReading)
            {
                Camera.Backend.Last.Deliver();
            }
            else
            {
                Camera.Time.Advance(UntilNextTry);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Drill.DisposeAsync();
        await Camera.DisposeAsync();
    }
}
