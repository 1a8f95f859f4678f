using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;

namespace EdgeCctv.Web.Hosting;

/// <summary>Counts what happens in the camera's life, from its status alone. Written on the manager's mailbox, read from any thread.</summary>
internal sealed class CameraTally(CameraStatus first, TimeProvider clock)
{
    private readonly long[] _faults = new long[Enum.GetValues<CameraFault>().Length];
    private CameraStatus _last = first;
    private long _attempts;
    private long _losses;
    private long _since = clock.GetTimestamp();

    /// <summary>Attempts to get a first picture.</summary>
    public long Attempts => Interlocked.Read(ref _attempts);

    /// <summary>Runs that ended without anybody asking for it.</summary>
    public long Losses => Interlocked.Read(ref _losses);

    /// <summary>How long the camera has been in its state; steps of the wall clock change nothing.</summary>
    public TimeSpan InState => clock.GetElapsedTime(Interlocked.Read(ref _since));

    /// <summary>Attempts and runs that ended with this fault.</summary>
    public long Faults(CameraFault fault) => Interlocked.Read(ref _faults[(int)fault]);

    public void OnChanged(CameraStatus status)
    {
        var last = _last;
        _last = status;
        if (status.State != last.State)
        {
            Interlocked.Exchange(ref _since, clock.GetTimestamp());
        }

        if (IsTrying(status) && !(IsTrying(last) && last.Attempt == status.Attempt && Equals(last.Source, status.Source)))
        {
            Interlocked.Increment(ref _attempts);
        }

        var isLoss = last.State == CameraState.Running && status.State == CameraState.Starting;
        if (isLoss)
        {
            Interlocked.Increment(ref _losses);
        }

        // An attempt that failed now waits for the next one.
        if (isLoss || (IsTrying(last) && status.NextTry is not null))
        {
            Interlocked.Increment(ref _faults[(int)status.Fault]);
        }
    }

    private static bool IsTrying(CameraStatus status) => status is { State: CameraState.Starting, NextTry: null };
}
