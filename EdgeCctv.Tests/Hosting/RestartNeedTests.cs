using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Frames;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Api;
using EdgeCctv.Web.Hosting;
using EdgeCctv.Web.Live;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EdgeCctv.Tests.Hosting;

/// <summary>Captures that never return, until there are too many.</summary>
public sealed class RestartNeedTests : IAsyncDisposable
{
    private readonly CameraRig _rig = new();
    private readonly LogRecord<RestartNeed> _log = new();

    [Fact]
    public async Task LostCaptures_MoreThanTwo_HealthFailsAndTheLogAsksForARestartOnce()
    {
        await new RestartNeed(_rig.Manager, _log).StartAsync(CancellationToken.None);
        for (var lost = 1; lost <= RestartNeed.MostLostCaptures; lost++)
        {
            await LoseAsync(lost);
            Assert.Equal((200, 200), Health());
            Assert.Empty(_log.Lines);
        }

        await LoseAsync(3);
        await LoseAsync(4);

        Assert.Equal((503, 503), Health());
        var line = Assert.Single(_log.Lines);
        Assert.Equal((LogLevel.Critical, 320), (line.Level, line.Id));
        Assert.StartsWith("Restart the process: 3 captures never returned", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LostCaptures_CameBack_HealthIsGoodAgainAndTheNextTimeIsToldAgain()
    {
        await new RestartNeed(_rig.Manager, _log).StartAsync(CancellationToken.None);
        for (var lost = 1; lost <= 3; lost++)
        {
            await LoseAsync(lost);
        }

        _rig.Backend.ReleaseAll();
        await _rig.UntilAsync(() => _rig.Status.LostCaptures == 0);
        Assert.Equal((200, 200), Health());
        for (var lost = 1; lost <= 3; lost++)
        {
            await LoseAsync(lost);
        }

        Assert.Equal(2, _log.Lines.Count);
    }

    public async ValueTask DisposeAsync() => await _rig.DisposeAsync();

    // A source of its own each time: one that was left behind is not opened again.
    private async Task LoseAsync(int lost)
    {
        _rig.Backend.Hangs = FakeHang.Dispose;
        Assert.True((await _rig.StartAsync(Locators.Parse($"rtsp://192.0.2.7/{Guid.NewGuid()}"))).Success);
        await _rig.SettleAsync();
        var stop = _rig.StopAsync();
        await _rig.ReachAsync(CameraState.Stopping);
        await _rig.ElapseAsync(CameraSettings.ReleaseTimeout);
        await stop;
        Assert.Equal(lost, _rig.Status.LostCaptures);
    }

    private (int? Live, int? Ready) Health()
    {
        var picture = new LivePicture(_rig.Manager, Freshness.Default, _rig.Time);
        return (Status(HealthEndpoints.Live(_rig.Manager)), Status(HealthEndpoints.Ready(_rig.Manager, picture)));
    }

    private static int? Status(IResult result) => Assert.IsAssignableFrom<IStatusCodeHttpResult>(result).StatusCode;
}
