namespace EdgeCctv.Tests.Hosts;

/// <summary>Tests with real cameras and processes: one after the other, since they share the machine's two cores.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MachineGroup
{
    public const string Name = "Machine";
}
