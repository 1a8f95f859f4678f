namespace EdgeCctv.Web.Kit;

public sealed partial class TrendChart
{
    private TrendPoint[] _points = [];

    protected override void OnParametersSet() =>
        _points = [.. Samples.Select((value, index) => new TrendPoint(index - Samples.Count, value))];

    private sealed record TrendPoint(int SecondsAgo, double Value);
}
