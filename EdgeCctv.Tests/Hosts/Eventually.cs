namespace EdgeCctv.Tests.Hosts;

/// <summary>Waits for what another process does: asks again and again until it is so, or patience ends.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <param name="condition">Asked until it is true.</param>
    /// <param name="what">Tells, after patience has ended, what was waited for.</param>
    public static async Task IsTrueAsync(Func<Task<bool>> condition, Func<string> what)
    {
        var clock = TimeProvider.System;
        for (var began = clock.GetTimestamp(); !await condition();)
        {
            if (clock.GetElapsedTime(began) > ChildProcess.Patience)
            {
                throw new TimeoutException($"Never came true: {what()}.");
            }

            await Task.Delay(Pause, clock);
        }
    }

    public static Task IsTrueAsync(Func<Task<bool>> condition, string what) => IsTrueAsync(condition, () => what);

    public static Task IsTrueAsync(Func<bool> condition, string what) => IsTrueAsync(() => Task.FromResult(condition()), what);
}
