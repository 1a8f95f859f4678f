using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;

namespace EdgeCctv.Tests.Connection;

/// <summary>Why an attempt of a screen only waits and never asks the manager to start: a camera that is wanted is always being seen to.</summary>
public sealed class CameraKeepsTryingTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly CameraSignal[] Signals =
    [
        .. Enum.GetValues<CameraSignalKind>().Where(kind => kind != CameraSignalKind.CaptureEnded)
            .Select(kind => new CameraSignal(kind) { Source = CameraSource.Demo, By = "Ann" }),
        .. Enum.GetValues<CameraFault>().Where(fault => fault != CameraFault.None)
            .SelectMany(fault => (TimeSpan[])[TimeSpan.Zero, CameraLifecycle.StableRun], (fault, ran) => new CameraSignal(CameraSignalKind.CaptureEnded) { Fault = fault, Ran = ran }),
    ];

    [Fact]
    public void Lifecycle_CameraWanted_NeverRestsWithoutANextTry()
    {
        var reached = Reach(new CameraStatus(CameraState.Idle, Now));

        Assert.Equal(Enum.GetValues<CameraState>(), reached.Select(status => status.State).Distinct().Order());
        Assert.DoesNotContain(reached, status => status is { Desired: true, State: CameraState.Idle or CameraState.Error, NextTry: null });
    }

    // Every status that any signals lead to; attempts are counted no further than two, so that there is an end to it.
    private static HashSet<CameraStatus> Reach(CameraStatus first)
    {
        var reached = new HashSet<CameraStatus> { first };
        var open = new Queue<CameraStatus>(reached);
        while (open.TryDequeue(out var status))
        {
            foreach (var next in Signals.Select(signal => TryAdvance(status, signal)).OfType<CameraStatus>())
            {
                var bounded = next with { Attempt = Math.Min(next.Attempt, 2) };
                if (reached.Add(bounded))
                {
                    open.Enqueue(bounded);
                }
            }
        }

        return reached;
    }

    private static CameraStatus? TryAdvance(CameraStatus before, CameraSignal signal)
    {
        try
        {
            return CameraLifecycle.Advance(before, signal, Now);
        }
        catch (InvalidOperationException)
        {
            // Cannot occur in that state.
            return null;
        }
    }
}
