using EdgeCctv.Tests.Browser;

namespace EdgeCctv.Tests.Hosts;

/// <summary>
/// Tests that nothing may run beside: they are judged by time so strictly that a neighbour could fail them, count what the test
/// process itself holds, or load the machine so that they would fail a neighbour. Each of them costs the run its whole time: what can
/// bear a neighbour belongs into <see cref="MachineGroup"/> or <see cref="BrowserGroup"/>.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneGroup : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Alone";
}
