using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Frames;
using Microsoft.Extensions.Logging;

namespace EdgeCctv.Core.Camera;

/// <summary>
/// The only one that opens or closes a camera; one per process. Every command goes through one mailbox, so that nothing happens
/// twice and nothing waits for a lock; the state can be read at any time from any thread. Thread-safe.
/// </summary>
public sealed class CameraLifecycleManager : IAsyncDisposable
{
    // Unbounded, but filled only by commands, a handful of signals an attempt, and one timer.
    private readonly Channel<Action> _mailbox = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CaptureContext _context;
    private readonly CameraSupervisor _supervisor;
    private readonly Task _loop;

    public CameraLifecycleManager(
        ICaptureBackend backend,
        FrameBroadcaster frames,
        FrameStamper stamper,
        ICameraTuning tuning,
        CaptureSettings captureSettings,
        Freshness freshness,
        CameraLock cameraLock,
        TimeProvider clock,
        ILogger<CameraLifecycleManager> logger,
        Random? random = null)
    {
        _context = new CaptureContext(backend, frames, stamper, tuning, captureSettings, freshness, cameraLock, clock, logger);
        _supervisor = new CameraSupervisor(_context, random ?? Random.Shared, Post);
        _supervisor.Changed += status => StatusChanged?.Invoke(status);
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Raised after every change, on the mailbox: handlers must be quick and must not throw.</summary>
    public event Action<CameraStatus>? StatusChanged;

    /// <summary>True when nothing can be started or stopped any more and only a new process helps. A defect of ours, if it ever happens.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>What came from the camera, whether or not it became a picture. Takes no lock.</summary>
    public DataReceipt Received => _supervisor.Received;

    /// <summary>The state, its cause and its attempts at this moment.</summary>
    public CameraStatus GetState() => _supervisor.Status;

    /// <summary>
    /// Starts the camera and waits for its first picture, or joins the attempt under way. Answers "Camera already running" for the
    /// source that runs, without touching it. While another source is open it refuses, unless a switch is asked for: then the old one
    /// is stopped and the new one started; if that gives no picture, the old one is started again and the reply says so.
    /// </summary>
    /// <param name="source">What to open.</param>
    /// <param name="switchTo">Whether a source that is open gives way.</param>
    /// <param name="cancellation">Ends the waiting, not the attempt.</param>
    public Task<CameraReply> StartStreamAsync(CameraSource source, bool switchTo = false, CancellationToken cancellation = default) =>
        AskAsync(caller => _supervisor.Start(source, switchTo, caller), cancellation);

    /// <summary>Releases the camera and waits for it, at most 2 s even when the native side hangs.</summary>
    /// <param name="by">Who asks; shown on every screen.</param>
    /// <param name="cancellation">Ends the waiting, not the stop.</param>
    public Task<CameraReply> StopStreamAsync(string by, CancellationToken cancellation = default) =>
        AskAsync(caller => _supervisor.Stop(by, caller), cancellation);

    /// <summary>The newest picture, while the camera runs. Never waits; whether it is fresh is for the caller to judge.</summary>
    public bool TryReadFrame([NotNullWhen(true)] out Frame? frame)
    {
        frame = GetState().State == CameraState.Running ? _context.Frames.Newest : null;
        return frame is not null;
    }

    /// <summary>Stops for good: releases the camera and refuses every later start. Idempotent, from any thread, at most 2 s.</summary>
    /// <param name="by">Why; shown on every screen.</param>
    public Task<CameraReply> ShutdownAsync(string by) => AskAsync(
        caller =>
        {
            _supervisor.Close();
            _supervisor.Stop(by, caller);
        },
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (!_loop.IsCompleted)
        {
            await ShutdownAsync("the end of the process").ConfigureAwait(false);
            _mailbox.Writer.TryComplete();
            await _loop.ConfigureAwait(false);
        }
    }

    // Nobody is left waiting for what will never come. Whatever else breaks now has broken already.
    private void AnswerTheRest()
    {
        const string Broke = "The camera supervisor broke; restart the process";
        _supervisor.Close();
        _supervisor.AnswerAll(Broke);
        while (_mailbox.Reader.TryRead(out var work))
        {
            try
            {
                work();
                _supervisor.AnswerAll(Broke);
            }
            catch (Exception again)
            {
                CameraLog.SupervisorBroke(_context.Logger, again);
            }
        }
    }

    private void Post(Action work) => _mailbox.Writer.TryWrite(work);

    private Task<CameraReply> AskAsync(Action<TaskCompletionSource<CameraReply>> command, CancellationToken cancellation)
    {
        var caller = new TaskCompletionSource<CameraReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_mailbox.Writer.TryWrite(() => command(caller)))
        {
            caller.SetResult(new CameraReply(CameraReplyKind.Unavailable, "The console is shutting down", GetState()));
        }

        return caller.Task.WaitAsync(cancellation);
    }

    private async Task RunAsync()
    {
        try
        {
            await foreach (var work in _mailbox.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                work();
            }
        }
        catch (Exception broken)
        {
            CameraLog.SupervisorBroke(_context.Logger, broken);
            IsBroken = true;
            _mailbox.Writer.TryComplete();
            AnswerTheRest();
        }
    }
}
