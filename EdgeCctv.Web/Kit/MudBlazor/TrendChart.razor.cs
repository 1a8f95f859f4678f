using MudBlazor;

namespace EdgeCctv.Web.Kit;

public sealed partial class TrendChart
{
    // One line at the bottom and one at the top of the scale.
    private readonly ChartOptions _options = new() { ShowLegend = false, ShowToolTips = false, ChartPalette = ["var(--accent)"], LineStrokeWidth = 4 };

    private List<ChartSeries> _series = [];

    protected override void OnParametersSet()
    {
        _options.YAxisTicks = Ceiling;
        _series = [new ChartSeries { Data = [.. Samples.Select(sample => (double)sample)] }];
    }
}
