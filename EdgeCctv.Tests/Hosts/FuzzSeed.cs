using System.Globalization;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Hosts;

/// <summary>Fuzz tests do the same every time, unless <c>EDGECCTV_FUZZ_SEED</c> names another seed.</summary>
internal static class FuzzSeed
{
    private const int Usual = 20261122;

    public static Random Random(ITestOutputHelper output)
    {
        var text = Environment.GetEnvironmentVariable("EDGECCTV_FUZZ_SEED");
        var seed = string.IsNullOrEmpty(text) ? Usual : int.Parse(text, CultureInfo.InvariantCulture);
        output.WriteLine($"EDGECCTV_FUZZ_SEED={seed}");
        return new Random(seed);
    }
}
