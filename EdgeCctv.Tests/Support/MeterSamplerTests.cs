using EdgeCctv.Tests.Components;
using EdgeCctv.Web.Support;

namespace EdgeCctv.Tests.Support;

public sealed class MeterSamplerTests : IAsyncDisposable
{
    private readonly ConsoleRig _rig = new();
    private readonly MeterHistory _history = new();
    private ProcessUsage _usage = new(TimeSpan.FromSeconds(10), 250_000_000);

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Second_CameraOff_OnlyTheProcessIsMeasured()
    {
        using var sampler = await StartAsync();

        _usage = new ProcessUsage(TimeSpan.FromSeconds(11.5), 251_000_000);
        _rig.Camera.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(new MeterSample(null, null, null, 150, 251), Assert.Single(_history.Read()));
    }

    [Fact]
    public async Task Seconds_ThatCameLate_AreTheShareOfTheTimeThatPassed()
    {
        using var sampler = await StartAsync();

        // The process was paused: one second of work within two, and the second timer call finds no time to measure.
        _rig.Camera.Time.StandStill(TimeSpan.FromSeconds(2));
        _usage = _usage with { Processor = TimeSpan.FromSeconds(11) };
        _rig.Camera.Time.Advance(TimeSpan.Zero);

        Assert.Equal(50, Assert.Single(_history.Read()).Processor);
    }

    [Fact]
    public async Task Second_CameraRuns_ItsPicturesAreMeasured()
    {
        await _rig.Camera.RunAsync();
        using var sampler = await StartAsync();

        _rig.Camera.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.NotNull(Assert.Single(_history.Read()).PicturesPerSecond);
    }

    [Fact]
    public async Task Stop_Sampler_TakesNoMore()
    {
        using var sampler = await StartAsync();
        await sampler.StopAsync(CancellationToken.None);

        _rig.Camera.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Empty(_history.Read());
    }

    [Fact]
    public void Usage_OfThisProcess_IsThere()
    {
        var usage = ProcessUsage.Read();

        Assert.True(usage.Processor > TimeSpan.Zero && usage.Memory > 1_000_000, $"{usage}");
    }

    private async Task<MeterSampler> StartAsync()
    {
        var sampler = new MeterSampler(_history, _rig.Feed, _rig.Analysis, () => _usage, _rig.Camera.Time);
        await sampler.StartAsync(CancellationToken.None);
        return sampler;
    }
}
