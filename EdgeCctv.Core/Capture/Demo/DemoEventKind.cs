namespace EdgeCctv.Core.Capture.Demo;

/// <summary>What is unusual about a <see cref="DemoEvent"/>.</summary>
public enum DemoEventKind
{
    /// <summary>Somebody runs through the yard.</summary>
    Runner,

    /// <summary>A car with its headlights on drives through the yard.</summary>
    Vehicle,
}
