using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>What a view ray hits.</summary>
/// <param name="Albedo">Part of the falling light that is thrown back, per colour.</param>
/// <param name="Glow">Linear light of its own.</param>
/// <param name="Material">Two neighbouring pixels of different materials have an edge between them that needs smoothing.</param>
internal readonly record struct Surface(Vector3 Albedo, Vector3 Glow, byte Material);
