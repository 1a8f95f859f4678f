using System.Globalization;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Camera.Model;

/// <summary>
/// Random sequences of commands, faults and time against the reference model. The seed is fixed; EDGECCTV_MODEL_SEED sets another one.
/// A failure names the seed of its sequence and the steps that led there.
/// </summary>
public sealed class CameraModelTests(ITestOutputHelper output)
{
    private const int ShortCount = 500;
    private const int FullCount = 100_000;
    private const int Steps = 25;

    private static readonly int FirstSeed =
        int.TryParse(Environment.GetEnvironmentVariable("EDGECCTV_MODEL_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    [Fact]
    public Task RandomSequences_AFew_ManagerAndModelAgree() => RunAsync(ShortCount);

    [Fact]
    [Trait("Category", "Full")]
    public Task RandomSequences_OneHundredThousand_ManagerAndModelAgree() => RunAsync(FullCount);

    private async Task RunAsync(int count)
    {
        var steps = 0;
        var began = TimeProvider.System.GetTimestamp();
        for (var seed = FirstSeed; seed < FirstSeed + count; seed++)
        {
            // Not disposed when it broke: a manager that is stuck would be stuck in its disposal too, and hide why.
            var sequence = new ModelSequence(new Random(seed));
            try
            {
                steps += await sequence.RunAsync(Steps);
                await sequence.DisposeAsync();
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException($"Sequence {seed} broke after: {string.Join("; ", sequence.Done)}\nModel: {sequence.Expected}\nReal: {sequence.Actual}", broken);
            }
        }

        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        output.WriteLine($$"""{"name":"model","sequences":{{count}},"first_seed":{{FirstSeed}},"steps":{{steps}},"seconds":{{seconds.ToString("0.0", CultureInfo.InvariantCulture)}}}""");
    }
}
