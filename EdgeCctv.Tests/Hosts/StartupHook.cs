using EdgeCctv.Tests.Hosts;

// The runtime asks for exactly this name, in no namespace.
#pragma warning disable CA1050
internal static class StartupHook
{
    public static void Initialize() => GcWitness.Begin();
}
