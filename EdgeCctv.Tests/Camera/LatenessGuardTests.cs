using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Camera;

public sealed class LatenessGuardTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1.5);

    private readonly LatenessGuard _guard = new();

    [Fact]
    public void IsBacklog_BurstAfterAStall_ShowsTheFirstAndTheLast()
    {
        double[] drifts = [0, 1.2, 1.0, 0.8, 0.6, 0.4, 0.2, 0, 0];

        Assert.Equal([false, false, true, true, true, false, false, false, false], drifts.Select((drift, i) => IsBacklog(drift, i)));
    }

    [Fact]
    public void IsBacklog_LateButNotCatchingUp_IsShownWithItsAge() =>
        Assert.DoesNotContain(true, Enumerable.Range(0, 50).Select(i => IsBacklog(0.8 + (i % 2 * 0.005), i * 0.1)));

    [Fact]
    public void IsBacklog_TooLateForTenSeconds_GivesTheConnectionUp()
    {
        for (var at = 0; at <= 10; at++)
        {
            Assert.False(IsBacklog(2, at));
        }

        Assert.Equal(CameraFault.Delayed, Assert.Throws<CaptureException>(() => IsBacklog(2, 10.1)).Fault);
    }

    [Fact]
    public void IsBacklog_InTimeOnceInAWhile_KeepsTheConnection()
    {
        for (var at = 0; at < 60; at++)
        {
            IsBacklog(at % 9 == 0 ? 0.1 : 2, at);
        }
    }

    private bool IsBacklog(double drift, double at) => _guard.IsBacklog(
        TestFrames.Frame(1, interval: TimeSpan.FromSeconds(0.2), drift: TimeSpan.FromSeconds(drift)), TimeSpan.FromSeconds(at), Limit);
}
