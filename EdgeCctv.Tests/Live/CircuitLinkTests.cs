using EdgeCctv.Web.Live;

namespace EdgeCctv.Tests.Live;

public sealed class CircuitLinkTests : IDisposable
{
    private readonly CircuitLink _link = new();

    public void Dispose() => _link.Dispose();

    [Fact]
    public async Task UpAsync_NotConnectedYet_WaitsForTheBrowser()
    {
        var up = _link.UpAsync(CancellationToken.None);
        Assert.False(up.IsCompleted);

        await _link.OnConnectionUpAsync(null!, CancellationToken.None);

        Assert.False((await up).IsCancellationRequested);
    }

    [Fact]
    public async Task Down_TokenOfThatConnection_IsCancelledAndTheNextOneIsNot()
    {
        await _link.OnConnectionUpAsync(null!, CancellationToken.None);
        var first = await _link.UpAsync(CancellationToken.None);

        await _link.OnConnectionDownAsync(null!, CancellationToken.None);
        var next = _link.UpAsync(CancellationToken.None);
        Assert.True(first.IsCancellationRequested);
        Assert.False(next.IsCompleted);

        await _link.OnConnectionUpAsync(null!, CancellationToken.None);
        Assert.False((await next).IsCancellationRequested);
    }

    [Fact]
    public async Task Changed_UpAndDown_IsTold()
    {
        var told = new List<bool>();
        _link.Changed += told.Add;

        await _link.OnConnectionUpAsync(null!, CancellationToken.None);
        await _link.OnConnectionDownAsync(null!, CancellationToken.None);

        Assert.Equal([true, false], told);
    }

    [Fact]
    public async Task UpAsync_Cancelled_EndsTheWait()
    {
        using var cancellation = new CancellationTokenSource();
        var up = _link.UpAsync(cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => up);
    }
}
