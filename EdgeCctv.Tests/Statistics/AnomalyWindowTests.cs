using EdgeCctv.Core.Statistics;

namespace EdgeCctv.Tests.Statistics;

public sealed class AnomalyWindowTests
{
    private readonly AnomalyWindow _window = new();

    [Fact]
    public void Add_FewerThanTheWindow_CountsAll()
    {
        Add(3, isAnomaly: true);
        Add(7, isAnomaly: false);

        Assert.Equal((10, 3), (_window.Analysed, _window.Anomalies));
    }

    [Fact]
    public void Add_MoreThanTheWindow_ForgetsTheOldest()
    {
        Add(2, isAnomaly: true);
        Add(AnomalyWindow.Size - 2, isAnomaly: false);
        Assert.Equal(2, _window.Anomalies);

        Add(1, isAnomaly: false);
        Assert.Equal(1, _window.Anomalies);

        Add(1, isAnomaly: true);
        Assert.Equal((AnomalyWindow.Size + 2, 1), (_window.Analysed, _window.Anomalies));
    }

    [Fact]
    public void Add_OnlyAnomalies_NeverExceedsTheWindow()
    {
        Add(3 * AnomalyWindow.Size, isAnomaly: true);

        Assert.Equal(1000, _window.Anomalies);
    }

    [Fact]
    public void Reset_AfterAnomalies_BeginsAnew()
    {
        Add(5, isAnomaly: true);

        _window.Reset();
        Add(1, isAnomaly: false);

        Assert.Equal((1, 0), (_window.Analysed, _window.Anomalies));
    }

    private void Add(int times, bool isAnomaly)
    {
        for (var i = 0; i < times; i++)
        {
            _window.Add(isAnomaly);
        }
    }
}
