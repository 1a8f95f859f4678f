using System.Runtime.InteropServices;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Browser;

/// <summary>Ten screens, which take all that two processors have to give.</summary>
[Trait("Category", "Browser")]
[Collection(AloneGroup.Name)]
public sealed class ManyScreensTests(BrowserFixture browser)
{
    [RequiresFact(Need.Rtsp)]
    public async Task CtrlC_TenScreensAndFiveReaders_ExitsZeroWithinThreeSecondsAndTheCameraIsFree()
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.H264Async(320, 180, 5, 2), 5);
        await using var console = await ConsoleProcess.StartAsync(camera.Locator);
        var screens = new List<ConsolePage>();
        var readers = new List<LiveReader>();
        for (var i = 0; i < 10; i++)
        {
            screens.Add(await browser.OpenAsync(console.Address, width: 640, height: 480));
            await screens[i].LiveAsync();
        }

        for (var i = 0; i < 5; i++)
        {
            readers.Add(await LiveReader.OpenAsync(console));
            await readers[i].ReadAsync(1);
        }

        var began = TimeProvider.System.GetTimestamp();
        console.Process.Signal(PosixSignal.SIGINT);

        Assert.Equal(0, await console.Process.ExitAsync());
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(3));
        await using var next = await ConsoleProcess.StartAsync(camera.Locator);
        await next.StreamingAsync();
        foreach (var one in screens.Cast<IAsyncDisposable>().Concat(readers))
        {
            await one.DisposeAsync();
        }
    }
}
