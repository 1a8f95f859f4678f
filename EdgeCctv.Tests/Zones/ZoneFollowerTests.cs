using EdgeCctv.Core.Inference.Zones;
using EdgeCctv.Tests.Components;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Zones;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeCctv.Tests.Zones;

public sealed class ZoneFollowerTests : IAsyncDisposable
{
    private static readonly ZonePoint[] Square = [new(.1, .1), new(.5, .1), new(.5, .5), new(.1, .5)];

    private readonly ConsoleRig _rig = new();

    private ZoneBook Book => _rig.Context.Services.GetRequiredService<ZoneBook>();

    private IEnumerable<string> InForce => _rig.Context.Services.GetRequiredService<ZoneSet>().Zones.Select(zone => zone.Name);

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Start_CameraWithZones_PutsThemInForceAndEveryChangeAtOnce()
    {
        var follower = _rig.Context.Services.GetRequiredService<ZoneFollower>();
        Book.Add(CameraRig.Front.Display, ZoneKind.Ignore, Square);
        Assert.Empty(InForce);

        await follower.StartAsync(CancellationToken.None);
        Assert.Equal(["Zone 1"], InForce);
        Book.Add(CameraRig.Front.Display, ZoneKind.Ignore, Square);
        Assert.Equal(["Zone 1", "Zone 2"], InForce);
        Book.Add(CameraRig.Back.Display, ZoneKind.Ignore, Square);
        Assert.Equal(["Zone 1", "Zone 2"], InForce);

        await follower.StopAsync(CancellationToken.None);
        Book.Undo(CameraRig.Front.Display);
        Assert.Equal(["Zone 1", "Zone 2"], InForce);
    }

    [Fact]
    public async Task Camera_Switched_ItsOwnZonesAreInForce()
    {
        var follower = _rig.Context.Services.GetRequiredService<ZoneFollower>();
        Book.Add(CameraRig.Front.Display, ZoneKind.Ignore, Square);
        Book.Add(CameraRig.Back.Display, ZoneKind.Ignore, Square);
        Book.Change(CameraRig.Back.Display, "Zone 1", zone => zone with { Name = "Back yard" });
        await follower.StartAsync(CancellationToken.None);
        await _rig.Camera.RunAsync();
        Assert.Equal(["Zone 1"], InForce);

        await _rig.Camera.Manager.StopStreamAsync("a test");
        var starting = _rig.Camera.Manager.StartStreamAsync(CameraRig.Back);
        await _rig.Camera.UntilAsync(() => InForce.SequenceEqual(["Back yard"]));

        Assert.Equal(CameraRig.Back.Display, follower.Camera);
        await _rig.Camera.Manager.StopStreamAsync("a test");
        await starting;
    }
}
