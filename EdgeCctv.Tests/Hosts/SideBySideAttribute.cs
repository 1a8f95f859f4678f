namespace EdgeCctv.Tests.Hosts;

/// <summary>On the definition of a collection: it runs beside the others that bear this, once all other tests have ended. See <see cref="GroupedTestFramework"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SideBySideAttribute : Attribute;
