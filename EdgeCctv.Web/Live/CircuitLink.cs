using Microsoft.AspNetCore.Components.Server.Circuits;

namespace EdgeCctv.Web.Live;

/// <summary>
/// Whether this circuit's browser is connected now. A call to the browser that was under way when the connection broke is never
/// answered, not even after Blazor has reconnected, so whoever calls the browser gives up when the connection breaks; and while the
/// circuit waits for its browser nothing is sent into the void. One per circuit; thread-safe.
/// </summary>
public sealed class CircuitLink : CircuitHandler, IDisposable
{
    private readonly Lock _gate = new();
    private CancellationTokenSource _connection = new();
    private TaskCompletionSource<CancellationToken> _up = NewUp();

    /// <summary>Raised with true when the browser is there, and with false when it is gone.</summary>
    public event Action<bool>? Changed;

    /// <summary>Waits until the browser is connected.</summary>
    /// <returns>A token that is cancelled when that connection breaks.</returns>
    public Task<CancellationToken> UpAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            return _up.Task.WaitAsync(cancellation);
        }
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _up.TrySetResult(_connection.Token);
        }

        Changed?.Invoke(true);
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        CancellationTokenSource broken;
        lock (_gate)
        {
            (broken, _connection) = (_connection, new CancellationTokenSource());
            _up = NewUp();
        }

        broken.Cancel();
        broken.Dispose();
        Changed?.Invoke(false);
        return Task.CompletedTask;
    }

    public void Dispose() => _connection.Dispose();

    private static TaskCompletionSource<CancellationToken> NewUp() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
