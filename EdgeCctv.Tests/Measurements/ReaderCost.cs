using EdgeCctv.Tests.Hosts;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Measurements;

/// <summary>What one more reader of <c>GET /live</c> costs.</summary>
[Trait("Category", "Measurement")]
[Collection(AloneGroup.Name)]
public sealed class ReaderCost(ITestOutputHelper output)
{
    private const int FurtherReaders = 8;
    private const int Rounds = 5;

    [RequiresLinuxFact]
    public async Task Live720p15_FurtherReader_PerFrame()
    {
        await using var console = await ConsoleProcess.StartAsync("demo:?size=1280x720&fps=15&seed=42");
        await console.StreamingAsync();
        await using var first = new LiveDrain(console);
        await Measure.PassAsync(Measure.WarmUp);

        var costs = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var one = await Measure.CpuPerFrameAsync(console);
            var more = Enumerable.Range(0, FurtherReaders).Select(_ => new LiveDrain(console)).ToList();
            var many = await Measure.CpuPerFrameAsync(console);
            costs.Add((many - one) / FurtherReaders);
            foreach (var reader in more)
            {
                await reader.DisposeAsync();
            }
        }

        output.Report(new { Name = "CPU per frame and further /live reader, 720p15", Ms = Measure.Median(costs), Rounds = costs });
    }
}
