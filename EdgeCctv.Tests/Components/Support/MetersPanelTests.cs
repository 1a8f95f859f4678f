using Bunit;
using EdgeCctv.Web.Components.Support;
using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Support;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeCctv.Tests.Components.Support;

public sealed class MetersPanelTests : IAsyncDisposable
{
    private readonly ConsoleRig _rig = new();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Samples_Come_ValueUnitAndRangeAreShown()
    {
        var panel = _rig.Context.Render<MetersPanel>();
        Assert.Equal("–", Text(panel, "meter-memory-value"));

        var history = _rig.Context.Services.GetRequiredService<MeterHistory>();
        history.Add(new MeterSample(20, 40, 14.96f, 31, 240));
        history.Add(new MeterSample(19, null, 15, 29.4f, 260));
        _rig.Camera.Time.Advance(TimeSpan.FromSeconds(1));

        await panel.WaitForStateAsync(() => Text(panel, "meter-memory-value") == "260");
        Assert.Equal(("19", "19 to 20 /s"), (Text(panel, "meter-pictures-value"), Text(panel, "meter-pictures-range")));
        Assert.Equal(("–", "40 to 40 ms"), (Text(panel, "meter-latency-value"), Text(panel, "meter-latency-range")));
        Assert.Equal(("15.0", "15.0 to 15.0 /s"), (Text(panel, "meter-analysed-value"), Text(panel, "meter-analysed-range")));
        Assert.Equal(("29", "29 to 31 %"), (Text(panel, "meter-processor-value"), Text(panel, "meter-processor-range")));
    }

    [Theory]
    [InlineData(0.4f, "1")]
    [InlineData(1.5f, "2")]
    [InlineData(15f, "20")]
    [InlineData(20f, "20")]
    [InlineData(240f, "500")]
    [InlineData(501f, "1,000")]
    public void Scale_AnySize_HoldsAllAndIsRound(float most, string top) =>
        Assert.Equal($"{top} u", Tile(most).Find(".kit-meter-top").TextContent);

    [Fact]
    public void Line_FewSamples_EndsAtTheRight()
    {
        var points = Tile(null, 5, 10).Find("polyline").GetAttribute("points");

        Assert.Equal("8,50 9,50 9,0 10,0", points);
    }

    private IRenderedComponent<MeterTile> Tile(params float?[] samples) => _rig.Context.Render<MeterTile>(parameters => parameters
        .Add(tile => tile.Label, "Any").Add(tile => tile.Unit, "u").Add(tile => tile.Explanation, "How").Add(tile => tile.Length, 10).Add(tile => tile.Samples, samples));

    private static string Text(IRenderedComponent<MetersPanel> panel, string part) => panel.Find($"[data-testid={part}]").TextContent;
}
