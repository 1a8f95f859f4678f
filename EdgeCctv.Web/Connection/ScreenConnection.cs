using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Frames;
using EdgeCctv.Web.Configuration;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Web.Connection;

/// <summary>
/// The connection of one screen. Scoped: one per circuit, at rest until <see cref="Open"/>. It waits for pictures and tells how that
/// goes; it never hurries the camera, which the manager retries by itself for as long as it is wanted. Only a person's
/// <see cref="TryAgainAsync"/> and a kiosk's own start ask the manager for anything. Thread-safe.
/// </summary>
public sealed class ScreenConnection(
    CameraLifecycleManager camera, LivePicture picture, Freshness freshness, SourceBook book, TimeProvider clock, Random? random = null) : IDisposable
{
    /// <summary>How often the screen's belief is compared with what the server knows.</summary>
    public static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Random _random = random ?? Random.Shared;
    private volatile ConnectionStatus _status = ConnectionStatus.Closed;
    private ITimer? _phaseEnd;
    private int _phase;
    private long _phaseBegan;
    private ITimer? _checks;
    private string _verdict = "";
    private long _paintedAt = clock.GetTimestamp();
    private bool _isOpen;
    private bool _isDisposed;

    /// <summary>
    /// Raised after every change of <see cref="Status"/>, on the thread that brought it about, the camera's mailbox included: handlers
    /// must be quick and must not throw.
    /// </summary>
    public event Action? Changed;

    public ConnectionStatus Status => _status;

    /// <summary>Until the next attempt begins; null while none is due. For a browser that counts down by itself.</summary>
    public TimeSpan? NextTryIn
    {
        get
        {
            lock (_gate)
            {
                return _status is { IsWaiting: true, EndsAfter: { } wait } && wait - clock.GetElapsedTime(_phaseBegan) is var left
                    ? TimeSpan.FromTicks(Math.Max(left.Ticks, 0))
                    : null;
            }
        }
    }

    /// <summary>The page is in the browser and about to show pictures. Opening anew, on another page of the same circuit, begins afresh.</summary>
    /// <param name="isKiosk">Whether the screen is unattended and never gives up.</param>
    /// <param name="startCamera">Whether to start a camera that nobody has started yet; one that was stopped stays off all the same.</param>
    public void Open(bool isKiosk, bool startCamera = false)
    {
        Close();
        var starts = startCamera && camera.GetState() is { Desired: false, StoppedBy: null };
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            _isOpen = true;
            _checks = clock.CreateTimer(_ => Check(), null, CheckInterval, CheckInterval);
            camera.StatusChanged += OnCameraChanged;
        }

        Apply(now => new(ConnectionSignalKind.Opened) { IsKiosk = isKiosk, IsCameraWanted = now.Desired || starts, By = now.StoppedBy });
        if (starts)
        {
            // The outcome shows in the camera's status.
            _ = StartAsync(camera.GetState());
        }
    }

    /// <summary>The page shows no pictures any more. Idempotent.</summary>
    public void Close()
    {
        lock (_gate)
        {
            if (!_isOpen)
            {
                return;
            }

            Rest();
        }

        Changed?.Invoke();
    }

    /// <summary>The browser judged its picture anew.</summary>
    /// <param name="word"><c>live</c>, or why not, as in the page's <c>data-state</c>.</param>
    public void OnJudged(string word) => Apply(now =>
    {
        _verdict = word;
        if (word == ScreenVerdict.Live)
        {
            // The word may overtake the answer to the paint that it is about.
            Volatile.Write(ref _paintedAt, clock.GetTimestamp());
        }

        return ConnectionEvidence.OfVerdict(word, now);
    });

    /// <summary>A picture was painted. Cheap while connected, which is when it comes with every frame.</summary>
    public void OnPainted()
    {
        Volatile.Write(ref _paintedAt, clock.GetTimestamp());
        if (_status.State != ConnectionState.Connected)
        {
            Apply(now => ConnectionEvidence.OfPaint(_verdict, _status, now));
        }
    }

    /// <summary>The browser has lost its circuit, or has it again.</summary>
    public void OnConnection(bool isUp)
    {
        if (isUp)
        {
            // The cut may have been so short that the picture stayed live.
            Apply(now => _verdict == ScreenVerdict.Live && !IsPaintOverdue(freshness.Limit) ? ConnectionEvidence.OfVerdict(_verdict, now) : null);
        }

        Apply(_ => new(isUp ? ConnectionSignalKind.ScreenBack : ConnectionSignalKind.ScreenGone));
    }

    /// <summary>
    /// An operator wants the picture now: a new row of attempts begins, and the manager tries at once, whatever its schedule says. Does
    /// nothing for a camera that is off. Ends when the manager knows the outcome.
    /// </summary>
    public async Task TryAgainAsync()
    {
        Apply(_ => new(ConnectionSignalKind.TryAgain));
        if (camera.GetState() is { Desired: true } now)
        {
            await StartAsync(now).ConfigureAwait(false);
        }
    }

    /// <summary>Idempotent. What comes afterwards is ignored.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            Rest();
        }
    }

    // Never a switch: whatever source the manager has is the one that the operators want.
    private Task<CameraReply> StartAsync(CameraStatus now) => camera.StartStreamAsync(now.Next ?? now.Source ?? book.Current);

    private void OnCameraChanged(CameraStatus _) => Apply(now => ConnectionEvidence.OfCamera(now));

    private void Check() => Apply(now => ConnectionEvidence.OfCheck(_status, now, IsPaintOverdue(ConnectionRules.AttemptLimit)));

    private void OnPhaseEnd(int phase) => Apply(_ =>
    {
        if (phase != _phase)
        {
            // It fell due just when something else ended the phase.
            return null;
        }

        if (_status.IsWaiting)
        {
            return new(ConnectionSignalKind.RetryDue);
        }

        // An attempt is over after so much time without a painted picture; those that are not live count.
        var silence = clock.GetElapsedTime(Math.Max(_phaseBegan, Volatile.Read(ref _paintedAt)));
        if (silence < ConnectionRules.AttemptLimit)
        {
            Arm(ConnectionRules.AttemptLimit - silence);
            return null;
        }

        return new(ConnectionSignalKind.AttemptTimedOut) { Jitter = (_random.NextDouble() * 2) - 1 };
    });

    private bool IsPaintOverdue(TimeSpan limit) =>
        clock.GetElapsedTime(Volatile.Read(ref _paintedAt)) > Freshness.AtLeastThreeIntervals(limit, picture.Fresh?.Interval);

    // What happened is read, judged and applied as one step, from the camera's newest status: a change that is told late changes nothing.
    private void Apply(Func<CameraStatus, ConnectionSignal?> read)
    {
        lock (_gate)
        {
            if (!_isOpen || read(camera.GetState()) is not { } signal)
            {
                return;
            }

            var next = ConnectionRules.Advance(_status, signal);
            if (ReferenceEquals(next, _status))
            {
                return;
            }

            Enter(next);
        }

        Changed?.Invoke();
    }

    private void Rest()
    {
        camera.StatusChanged -= OnCameraChanged;
        _checks?.Dispose();
        _checks = null;
        _verdict = "";
        _isOpen = false;
        Enter(ConnectionStatus.Closed);
    }

    private void Enter(ConnectionStatus next)
    {
        _status = next;
        _phaseBegan = clock.GetTimestamp();
        Arm(next.EndsAfter);
    }

    private void Arm(TimeSpan? time)
    {
        _phaseEnd?.Dispose();
        var phase = ++_phase;
        _phaseEnd = time is { } due ? clock.CreateTimer(_ => OnPhaseEnd(phase), null, due, Timeout.InfiniteTimeSpan) : null;
    }
}
