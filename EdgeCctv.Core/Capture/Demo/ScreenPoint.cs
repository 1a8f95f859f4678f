using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>Where the camera sees a point of the world.</summary>
/// <param name="At">Picture position in pixels; pixel centres lie at halves.</param>
/// <param name="PixelsPerMetre">Scale of things there.</param>
/// <param name="Depth">Distance along the optical axis in metres.</param>
internal readonly record struct ScreenPoint(Vector2 At, float PixelsPerMetre, float Depth);
