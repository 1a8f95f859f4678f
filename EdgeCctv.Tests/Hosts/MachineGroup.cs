using EdgeCctv.Tests.Browser;

namespace EdgeCctv.Tests.Hosts;

/// <summary>
/// Tests with real cameras and processes, and those with a real browser that mostly wait: one after the other, beside
/// <see cref="BrowserGroup"/>. Browser tests are in it for this reason only: so that both groups take about equally long.
/// </summary>
[SideBySide]
[CollectionDefinition(Name)]
public sealed class MachineGroup : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Machine";
}
