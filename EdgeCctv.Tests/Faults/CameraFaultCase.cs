namespace EdgeCctv.Tests.Faults;

/// <summary>One thing that a camera or its network does wrong.</summary>
/// <param name="Name">As in the list of faults that the product must survive.</param>
/// <param name="Break">Makes it so.</param>
/// <param name="Faults">One of these is the cause that the status must tell while it is so.</param>
internal sealed record CameraFaultCase<TStage>(string Name, Action<TStage> Break, params string[] Faults)
{
    /// <summary>The state in which the camera waits for better times.</summary>
    public string State { get; init; } = "STARTING";

    /// <summary>Whether fresh pictures may come in between; else <c>streaming</c> must be false until the camera is well.</summary>
    public bool MayStream { get; init; }

    /// <summary>
    /// Whether somebody asks for a start once the camera is well. Unaided the next try would come too, but only 60 s after the last
    /// (proven with simulated time).
    /// </summary>
    public bool IsHurried { get; init; }

    public override string ToString() => Name;
}
