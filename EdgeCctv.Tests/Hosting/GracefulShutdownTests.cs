using System.Runtime.InteropServices;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeCctv.Tests.Hosting;

public sealed class GracefulShutdownTests : IAsyncDisposable
{
    private readonly CameraRig _rig = new();
    private readonly ApplicationLifetime _lifetime = new(NullLogger<ApplicationLifetime>.Instance);
    private readonly GracefulShutdown _shutdown;

    public GracefulShutdownTests() =>
        _shutdown = new GracefulShutdown(_rig.Manager, _lifetime, _rig.Time, NullLogger<GracefulShutdown>.Instance);

    [Theory]
    [InlineData(PosixSignal.SIGHUP)]
    [InlineData(PosixSignal.SIGTERM)]
    public async Task End_HandlerThatEndsTheProcessOnWindows_HoldsItUntilTheCameraIsReleased(PosixSignal signal)
    {
        await _rig.RunAsync();
        var stopping = new TaskCompletionSource();
        await using var registration = _lifetime.ApplicationStopping.Register(stopping.SetResult);
        var handler = Task.Run(() => _shutdown.End(signal, isWindows: true));
        await stopping.Task.WaitAsync(Pulse.Patience, TimeProvider.System);

        await _shutdown.StoppingAsync(CancellationToken.None);
        Assert.Equal((0, false), (_rig.Backend.OpenNow, handler.IsCompleted));

        await _shutdown.StoppedAsync(CancellationToken.None);
        await handler.WaitAsync(Pulse.Patience, TimeProvider.System);
    }

    [Theory]
    [InlineData(PosixSignal.SIGHUP, false)]
    [InlineData(PosixSignal.SIGTERM, false)]
    [InlineData(PosixSignal.SIGINT, true)]
    [InlineData(PosixSignal.SIGQUIT, true)]
    public void End_ProcessOutlivesTheHandler_ReturnsAtOnce(PosixSignal signal, bool isWindows)
    {
        _shutdown.End(signal, isWindows);

        Assert.True(_lifetime.ApplicationStopping.IsCancellationRequested);
    }

    public async ValueTask DisposeAsync()
    {
        _shutdown.Dispose();
        await _rig.DisposeAsync();
    }
}
