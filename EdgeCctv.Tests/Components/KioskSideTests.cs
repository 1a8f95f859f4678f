using Bunit;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Components.Console;
using EdgeCctv.Web.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeCctv.Tests.Components;

public sealed class KioskSideTests : IAsyncDisposable
{
    private readonly ConsoleRig _rig = new();

    [Theory]
    [InlineData("demo:", "", true, "")]
    [InlineData("demo:?fps=5", "Gate", true, "Gate")]
    [InlineData("rtsp://admin:c4n4ry@192.0.2.7/s", "", false, "rtsp://***@192.0.2.7/s")]
    [InlineData("rtsp://admin:c4n4ry@192.0.2.7/s", "Gate", false, "Gate · rtsp://***@192.0.2.7/s")]
    public void Show_Source_NamesItAndMarksTheDemo(string source, string title, bool isDemo, string name)
    {
        var settings = _rig.Context.Services.BuildServiceProvider().GetRequiredService<EdgeCctvSettings>();
        _rig.Context.Services.AddSingleton(settings with
        {
            Source = Locators.Parse(source),
            Kiosk = KioskSettings.Default with { Title = title },
        });

        var side = _rig.Context.Render<KioskSide>();

        Assert.Equal(isDemo, side.FindAll("[data-testid=kiosk-demo]").Count == 1);
        Assert.Equal(name, side.Find("[data-testid=kiosk-name]").TextContent);
        Assert.DoesNotContain("c4n4ry", side.Markup, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();
}
