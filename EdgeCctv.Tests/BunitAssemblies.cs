using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace EdgeCctv.Tests;

/// <summary>
/// Distro package set only (see Bunit.props): gives bunit the AngleSharp.Diffing there is, an older one than it asks for.
/// Only <c>CompareTo</c> misses the newer version. May go when 1.x restores wherever the distro set is built.
/// </summary>
internal static class BunitAssemblies
{
    private const string Substitute = "AngleSharp.Diffing";

    // The test runner loads this assembly before any test runs; bunit's first use comes later.
#pragma warning disable CA2255 // Module initializers are for libraries' advanced scenarios: here nobody else runs early enough.
    [ModuleInitializer]
    internal static void Register() => AssemblyLoadContext.Default.Resolving += static (context, wanted) =>
        wanted.Name == Substitute
            ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "bunit", Substitute + ".dll"))
            : null;
#pragma warning restore CA2255
}
