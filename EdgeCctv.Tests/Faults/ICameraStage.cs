namespace EdgeCctv.Tests.Faults;

/// <summary>A camera that can be broken and mended while it is looked at.</summary>
internal interface ICameraStage : IAsyncDisposable
{
    string Locator { get; }

    /// <summary>Connections to it that are open now.</summary>
    int OpenConnections { get; }

    /// <summary>The camera is well again.</summary>
    void Mend();
}
