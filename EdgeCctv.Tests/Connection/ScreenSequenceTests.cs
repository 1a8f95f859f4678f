using System.Globalization;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Connection;

/// <summary>
/// Random sequences of what operators, browsers, circuits and time do, against what must hold whatever happens. The seed is fixed;
/// EDGECCTV_MODEL_SEED sets another one. A failure names the seed of its sequence and the steps that led there.
/// </summary>
public sealed class ScreenSequenceTests(ITestOutputHelper output)
{
    private const int ShortCount = 50;
    private const int FullCount = 5_000;
    private const int Steps = 200;

    private static readonly int FirstSeed =
        int.TryParse(Environment.GetEnvironmentVariable("EDGECCTV_MODEL_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    [Fact]
    public Task RandomSequences_AFew_WhatMustHoldHolds() => RunAsync(ShortCount);

    [Fact]
    [Trait("Category", "Full")]
    public Task RandomSequences_Many_WhatMustHoldHolds() => RunAsync(FullCount);

    private async Task RunAsync(int count)
    {
        var reached = new HashSet<string>();
        for (var seed = FirstSeed; seed < FirstSeed + count; seed++)
        {
            await using var sequence = new ScreenSequence(new Random(seed));
            try
            {
                await sequence.RunAsync(Steps);
                reached.UnionWith(sequence.Reached);
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException($"Sequence {seed} broke after: {string.Join("; ", sequence.Done)}", broken);
            }
        }

        // Whatever is never reached proves nothing.
        Assert.Superset(Situations.All.Select(one => one.Name).Except(["connected, away"]).ToHashSet(), reached);
        output.WriteLine($$"""{"name":"connection model","sequences":{{count}},"first_seed":{{FirstSeed}},"steps":{{count * Steps}}}""");
    }
}
