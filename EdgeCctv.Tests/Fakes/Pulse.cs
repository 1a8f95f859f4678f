using System.Runtime.CompilerServices;

namespace EdgeCctv.Tests.Fakes;

/// <summary>Lets a test await a condition without sleeping: whatever may have changed something beats, and the condition is looked at again.</summary>
internal sealed class Pulse
{
    /// <summary>Real time, and only ever used up by a test that fails.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Beat() =>
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    /// <exception cref="TimeoutException">The condition did not come true; names it.</exception>
    public async Task UntilAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            // The next beat is taken before the look, so that a change in between is not missed.
            for (var next = Volatile.Read(ref _next); !condition(); next = Volatile.Read(ref _next))
            {
                await next.Task.WaitAsync(patience.Token);

                // A condition that beats itself would never wait above.
                patience.Token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw new TimeoutException($"Waited {Patience.TotalSeconds} s in vain for: {what}");
        }
    }
}
