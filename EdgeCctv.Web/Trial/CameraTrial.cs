using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Web.Configuration;

namespace EdgeCctv.Web.Trial;

/// <summary>
/// Tries another camera. As only one is ever open, the one that runs gives way meanwhile; it comes back when the other gives no picture, and
/// after <see cref="ShownFor"/> unless the other is kept, also when nobody is there any more to say so. One for all screens. Thread-safe.
/// </summary>
public sealed class CameraTrial : IDisposable
{
    /// <summary>For how long a camera that gives pictures is shown before it goes away again by itself.</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromSeconds(15);

    private const string ByItself = "the end of a trial";

    private readonly Lock _lock = new();
    private readonly CameraLifecycleManager _camera;
    private readonly SourceTrust _trust;
    private readonly SourceBook _book;
    private readonly TimeProvider _clock;
    private volatile TrialStatus _status = TrialStatus.None;
    private string _locator = "";
    private ITimer? _end;

    public CameraTrial(CameraLifecycleManager camera, SourceTrust trust, SourceBook book, TimeProvider clock)
    {
        (_camera, _trust, _book, _clock) = (camera, trust, book, clock);
        camera.StatusChanged += OnCameraChanged;
    }

    /// <summary>Raised after every change of <see cref="Status"/>; handlers must be quick and must not throw.</summary>
    public event Action? Changed;

    public TrialStatus Status => _status;

    /// <summary>Opens a camera in the place of the one that runs. Ends when it gives a picture, or cannot.</summary>
    /// <param name="locator">As an operator wrote it; what a page may not name is refused, with the reason in the status.</param>
    public async Task TryAsync(string locator)
    {
        var now = _camera.GetState();
        var before = now.Desired ? now.Source : null;
        lock (_lock)
        {
            if (_status.Phase != TrialPhase.None)
            {
                return;
            }

            if (Refusal(locator, before, out var accepted) is { } refusal)
            {
                _status = new TrialStatus(TrialPhase.None) { Outcome = refusal, HasFailed = true };
            }
            else
            {
                _locator = locator;
                _status = new TrialStatus(TrialPhase.Opening) { Source = accepted, Before = before };
            }
        }

        Changed?.Invoke();
        if (_status is { Phase: TrialPhase.Opening, Source: { } source })
        {
            await OpenAsync(source, before).ConfigureAwait(false);
        }
    }

    /// <summary>The camera that is shown stays, and is what Deploy opens from now on.</summary>
    /// <returns>What undoes that; null where none is shown any more.</returns>
    /// <exception cref="IOException">It cannot be written; the trial goes on. The message is for people.</exception>
    public Func<Task>? Keep()
    {
        TrialStatus kept;
        Action forget;
        lock (_lock)
        {
            kept = _status;
            if (kept.Phase != TrialPhase.Showing)
            {
                return null;
            }

            forget = _book.Keep(_locator);
            End($"{kept.Source} is kept: it is what Deploy opens from now on.");
        }

        Changed?.Invoke();
        return async () =>
        {
            forget();
            await ReturnAsync(kept.Source, kept.Before).ConfigureAwait(false);
        };
    }

    /// <summary>Back to what was before, now. Ends when that is there again; nothing happens where no camera is shown.</summary>
    public async Task GoBackAsync()
    {
        TrialStatus shown;
        lock (_lock)
        {
            shown = _status;
            if (shown.Phase != TrialPhase.Showing)
            {
                return;
            }

            End(shown.Before is null ? $"{shown.Source} was tried and released." : $"{shown.Source} was tried; {shown.Before} is back.");
        }

        Changed?.Invoke();
        await ReturnAsync(shown.Source, shown.Before).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _camera.StatusChanged -= OnCameraChanged;
        lock (_lock)
        {
            _end?.Dispose();
        }
    }

    private string? Refusal(string locator, CameraSource? before, out CameraSource? accepted) =>
        !_trust.TryAccept(locator, out accepted, out var error) ? error
        : accepted.Equals(before) ? "That is the camera that is open."
        : null;

    private async Task OpenAsync(CameraSource source, CameraSource? before)
    {
        var reply = await _camera.StartStreamAsync(source, switchTo: true).ConfigureAwait(false);
        lock (_lock)
        {
            if (_status.Phase != TrialPhase.Opening)
            {
                return;
            }

            if (reply.Success)
            {
                _status = _status with { Phase = TrialPhase.Showing, GoesBackAt = _clock.GetUtcNow() + ShownFor };
                _end = _clock.CreateTimer(_ => _ = GoBackAsync(), null, ShownFor, Timeout.InfiniteTimeSpan);
            }
            else
            {
                End(reply.Message.EndsWith('.') ? reply.Message : $"{reply.Message}.", hasFailed: true);
            }
        }

        Changed?.Invoke();
        if (!reply.Success && before is null)
        {
            // The manager would try for ever what was to be tried once.
            await ReturnAsync(source, before).ConfigureAwait(false);
        }
    }

    // Not where somebody has meanwhile opened something else, or stopped it.
    private Task<CameraReply> ReturnAsync(CameraSource? tried, CameraSource? before) => _camera.GetState() switch
    {
        { Desired: true } now when now.Source?.Equals(tried) == true => before is null
            ? _camera.StopStreamAsync(ByItself)
            : _camera.StartStreamAsync(before, switchTo: true),
        var now => Task.FromResult(new CameraReply(CameraReplyKind.Done, "", now)),
    };

    private void OnCameraChanged(CameraStatus now)
    {
        lock (_lock)
        {
            if (_status.Phase != TrialPhase.Showing || (now.Desired && (now.Next ?? now.Source)?.Equals(_status.Source) == true))
            {
                return;
            }

            End($"The trial of {_status.Source} has ended: {(now.Desired ? "another camera was opened" : "the camera was stopped")} meanwhile.");
        }

        Changed?.Invoke();
    }

    private void End(string outcome, bool hasFailed = false)
    {
        _end?.Dispose();
        _end = null;
        _status = new TrialStatus(TrialPhase.None) { Source = _status.Source, Outcome = outcome, HasFailed = hasFailed };
    }
}
