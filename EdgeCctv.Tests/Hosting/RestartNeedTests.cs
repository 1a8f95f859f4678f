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
    private readonly ProofRig _proof = new();
    private readonly LogRecord<RestartNeed> _log = new();

    private CameraRig Rig => _proof.Camera;

    [Fact]
    public async Task LostCaptures_MoreThanTwo_HealthFailsAndTheLogAsksForARestartOnce()
    {
        await new RestartNeed(Rig.Manager, _log).StartAsync(CancellationToken.None);
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
        await new RestartNeed(Rig.Manager, _log).StartAsync(CancellationToken.None);
        for (var lost = 1; lost <= 3; lost++)
        {
            await LoseAsync(lost);
        }

        Rig.Backend.ReleaseAll();
        await Rig.UntilAsync(() => Rig.Status.LostCaptures == 0);
        Assert.Equal((200, 200), Health());
        for (var lost = 1; lost <= 3; lost++)
        {
            await LoseAsync(lost);
        }

        Assert.Equal(2, _log.Lines.Count);
    }

    public async ValueTask DisposeAsync() => await _proof.Camera.DisposeAsync();

    // A source of its own each time: one that was left behind is not opened again.
    private async Task LoseAsync(int lost)
    {
        Rig.Backend.Hangs = FakeHang.Dispose;
        Assert.True((await Rig.StartAsync(Locators.Parse($"rtsp://192.0.2.7/{Guid.NewGuid()}"))).Success);
        await Rig.SettleAsync();
        var stop = Rig.StopAsync();
        await Rig.ReachAsync(CameraState.Stopping);
        await Rig.ElapseAsync(CameraSettings.ReleaseTimeout);
        await stop;
        Assert.Equal(lost, Rig.Status.LostCaptures);
    }

    private (int? Live, int? Ready) Health()
    {
        var picture = new LivePicture(Rig.Manager, Freshness.Default, Rig.Time);
        return (Status(HealthEndpoints.Live(Rig.Manager)), Status(HealthEndpoints.Ready(Rig.Manager, picture, _proof.Watch)));
    }

    private static int? Status(IResult result) => Assert.IsAssignableFrom<IStatusCodeHttpResult>(result).StatusCode;
}
