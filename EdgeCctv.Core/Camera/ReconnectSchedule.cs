namespace EdgeCctv.Core.Camera;

/// <summary>How long to wait before the next attempt. Never gives up.</summary>
public static class ReconnectSchedule
{
    /// <summary>Retries while a person is probably needed: often enough that a mended password needs no hand, too rarely to lock an account.</summary>
    public static readonly TimeSpan WhenPersonNeeded = TimeSpan.FromSeconds(60);

    /// <summary>Retries while somebody else holds the camera: soon after they let go.</summary>
    public static readonly TimeSpan WhenBusy = TimeSpan.FromSeconds(5);

    private const double JitterShare = 0.2;

    /// <summary>1 s five times; then, as usual, 5 s five times, 10 s ten times and 60 s for ever; ± 20 %.</summary>
    /// <param name="policy">How often.</param>
    /// <param name="failedAttempts">Attempts that failed in a row, from 1.</param>
    /// <param name="jitter">−1 to 1.</param>
    public static TimeSpan After(ReconnectPolicy policy, int failedAttempts, double jitter)
    {
        var seconds = (policy, failedAttempts) switch
        {
            (_, <= 5) => 1,
            (ReconnectPolicy.Eager, _) => 5,
            (ReconnectPolicy.Sparing, _) => 60,
            (_, <= 10) => 5,
            (_, <= 20) => 10,
            _ => 60,
        };
        return TimeSpan.FromSeconds(seconds * (1 + (JitterShare * jitter)));
    }
}
