namespace EdgeCctv.Core.Frames;

/// <summary>
/// How late pictures are, by comparing the time at which the camera says it took them with our receipt. The smallest difference seen
/// counts as the undisturbed way; what exceeds it is drift. One per session, one thread.
/// </summary>
internal sealed class PresentationDrift
{
    /// <summary>
    /// By how much the undisturbed way may seem to lengthen, since a camera's clock runs at its own speed: 200 ppm, twice what a cheap
    /// crystal is off. A lasting delay is therefore forgotten by 0.7 s an hour.
    /// </summary>
    private const double ClockTolerance = 200e-6;

    private TimeSpan _best = TimeSpan.MaxValue;
    private TimeSpan _bestAt;

    /// <param name="received">Our receipt, on a monotonic scale.</param>
    /// <param name="presented">The camera's own time of the picture, on a scale of its own.</param>
    /// <returns>How much longer than the quickest picture this one was on its way; never negative.</returns>
    public TimeSpan Add(TimeSpan received, TimeSpan presented)
    {
        var way = received - presented;
        if (_best == TimeSpan.MaxValue || way <= Undisturbed(received))
        {
            (_best, _bestAt) = (way, received);
        }

        return way - Undisturbed(received);
    }

    private TimeSpan Undisturbed(TimeSpan now) => _best + ((now - _bestAt) * ClockTolerance);
}
