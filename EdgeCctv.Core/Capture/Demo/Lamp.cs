using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>A lamp that shines downwards.</summary>
/// <param name="Position">Place of the light source, metres.</param>
/// <param name="Light">Linear red, green and blue at one metre.</param>
internal readonly record struct Lamp(Vector3 Position, Vector3 Light);
