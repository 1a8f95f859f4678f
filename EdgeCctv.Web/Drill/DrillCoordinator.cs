using System.Globalization;
using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Core.Frames;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Web.Drill;

/// <summary>
/// Rehearses a fault of the camera, one at a time, and judges whether every screen noticed it in time and recovered. Whatever happens,
/// the source is as it was when the drill is over. Thread-safe.
/// </summary>
public sealed class DrillCoordinator : IAsyncDisposable
{
    // How often it is looked whether everybody has recovered; what they are judged by is when they said so.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(0.5);

    private readonly Lock _gate = new();
    private readonly DrillSwitch _switch;
    private readonly Screens _screens;
    private readonly CameraLifecycleManager _camera;
    private readonly LivePicture _live;
    private readonly Freshness _freshness;
    private readonly TimeProvider _clock;
    private readonly ILogger<DrillCoordinator> _logger;
    private volatile DrillRun? _run;
    private volatile DrillRun? _newest;
    private volatile DrillReport? _report;
    private Task _running = Task.CompletedTask;

    public DrillCoordinator(
        DrillSwitch drill,
        DrillSettings settings,
        Screens screens,
        CameraLifecycleManager camera,
        LivePicture live,
        Freshness freshness,
        TimeProvider clock,
        ILogger<DrillCoordinator> logger)
    {
        _switch = drill;
        IsEnabled = settings.IsEnabled;
        _screens = screens;
        _camera = camera;
        _live = live;
        _freshness = freshness;
        _clock = clock;
        _logger = logger;
        _screens.Judged += OnJudged;
        _camera.StatusChanged += OnCamera;
    }

    /// <summary>Raised when a drill begins, when the source is as it was again, and when the report is there; on any thread.</summary>
    public event Action? Changed;

    /// <summary>Whether the configuration allows drills.</summary>
    public bool IsEnabled { get; }

    /// <summary>The drill under way, up to its report; null, as nearly always, when there is none.</summary>
    public DrillProgress? Current => _run is { } run
        ? new DrillProgress(run.Terms.Kind, run.IsOver ? DrillWords.MarkWhenOver : DrillWords.Mark(run.Terms.Kind), run.By, run.Remaining) { IsOver = run.IsOver }
        : null;

    /// <summary>Of the last drill of this process; null before the first.</summary>
    public DrillReport? LastReport => _report;

    /// <summary>The drill that this picture may owe its looks to; null, as nearly always, for none. Allocates nothing.</summary>
    /// <param name="frame">A picture that is handed out now. One from before the end of a drill counts until newer ones have come.</param>
    public DrillKind? KindFor(Frame frame) =>
        _newest is { } run && (!run.IsOver || frame.ReceivedTimestamp <= run.EndedAt) ? run.Terms.Kind : null;

    /// <summary>Begins a drill and returns at once.</summary>
    /// <param name="kind">What to rehearse.</param>
    /// <param name="by">Who asks; shown on every screen.</param>
    public DrillReply Begin(DrillKind kind, string by)
    {
        var reply = TryBegin(kind, by);
        if (reply.Kind == DrillReplyKind.Done)
        {
            Changed?.Invoke();
        }
        else
        {
            DrillLog.Refused(_logger, by, reply.Message);
        }

        return reply;
    }

    /// <summary>Ends the drill under way before its time; the screens are still awaited.</summary>
    /// <param name="by">Who asks.</param>
    public DrillReply End(string by) =>
        new(DrillReplyKind.Done, _run?.CutShort($"ended early by {by}") == true ? "Drill ended early" : "No drill is under way");

    public async ValueTask DisposeAsync()
    {
        _screens.Judged -= OnJudged;
        _camera.StatusChanged -= OnCamera;
        _run?.GiveUp("the process ended");
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private DrillReply TryBegin(DrillKind kind, string by)
    {
        lock (_gate)
        {
            if (!IsEnabled)
            {
                return new DrillReply(DrillReplyKind.SwitchedOff, "Drills are switched off in the configuration (EdgeCctv:Drill:Enabled).");
            }

            if (WhyNot(kind) is { } reason)
            {
                return new DrillReply(DrillReplyKind.Refused, reason);
            }

            if (_live.Fresh is not { } last)
            {
                return new DrillReply(DrillReplyKind.Refused, $"There is no live picture to disturb. {_live.WhyNot}");
            }

            var status = _camera.GetState();
            var run = new DrillRun(DrillTerms.For(kind, _freshness, last), by, status.Source?.Display ?? "", _clock);
            (_run, _newest) = (run, run);
            _running = RunAsync(run);

            // It may have been stopped since it was asked for its picture.
            OnCamera(_camera.GetState());
            return new DrillReply(DrillReplyKind.Done, string.Create(
                CultureInfo.InvariantCulture, $"{DrillWords.Mark(kind)}, for {run.Terms.Length.TotalSeconds:0} s"));
        }
    }

    private string? WhyNot(DrillKind kind) =>
        _run is { } other ? $"Another drill is under way: {other.Terms.Kind.Word()}, begun by {other.By}."
        : kind.RepeatsPicture() && _freshness.FrozenAfter == TimeSpan.Zero ? "Frozen pictures are allowed here (EdgeCctv:Live:FrozenAfter is 0): there is nothing to rehearse."
        : null;

    private async Task RunAsync(DrillRun run)
    {
        try
        {
            await DisturbAsync(run);
            Changed?.Invoke();
            await RecoverAsync(run);
            Tell(_report = run.Report(_screens.Open));
        }
        catch (Exception broken)
        {
            _report = run.ReportBroken("the console failed: see its log");
            DrillLog.Broke(_logger, broken);
            Tell(_report);
        }
        finally
        {
            // Else every screen would be marked, and every other drill refused, for as long as the process lives.
            _run = null;
            Changed?.Invoke();
        }
    }

    private async Task DisturbAsync(DrillRun run)
    {
        DrillLog.Begun(_logger, run.By, run.Terms.Kind, run.Source, run.Terms.Length.TotalSeconds);
        run.Begin(_screens.Open);
        using (_switch.TryBegin(run.Terms.Kind) ?? throw new InvalidOperationException("Something else disturbs the pictures already."))
        {
            await run.LastAsync();
            run.End();
        }

        DrillLog.Over(_logger, _clock.GetElapsedTime(run.BeganAt, run.EndedAt).TotalSeconds, run.Source);
    }

    // Without a screen, at least the picture is awaited.
    private async Task RecoverAsync(DrillRun run)
    {
        while (!run.IsHopeless
            && _clock.GetElapsedTime(run.EndedAt) < DrillTerms.RecoveryLimit
            && !(_live.Fresh is not null && run.IsSettled(_screens.Open)))
        {
            await run.RestAsync(Look);
        }
    }

    private void Tell(DrillReport report)
    {
        foreach (var screen in report.Screens)
        {
            DrillLog.Screen(
                _logger,
                screen.Number,
                screen.Kind.ToString(),
                screen.Address ?? "address unknown",
                screen.Verdict.Word(),
                Seconds(screen.VeilAfter),
                screen.VeilWithin.TotalSeconds,
                screen.Word ?? "none",
                Seconds(screen.RecoveredAfter),
                screen.Remark ?? "");
        }

        DrillLog.Ended(_logger, report.Verdict.Word(), report.Remark ?? "");
    }

    private static string Seconds(TimeSpan? time) => time?.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) ?? "–";

    private void OnJudged(Screen screen, ScreenVerdict verdict) => _run?.Hear(screen, verdict);

    private void OnCamera(CameraStatus status)
    {
        if (status.State is CameraState.Idle or CameraState.Stopping)
        {
            _run?.GiveUp($"the camera was stopped by {status.StoppedBy ?? "a switch to another one"}");
        }
    }
}

/// <summary>Whether drills are allowed. Never changes while the process runs.</summary>
/// <param name="IsEnabled">Drill:Enabled.</param>
public sealed record DrillSettings(bool IsEnabled = true);
