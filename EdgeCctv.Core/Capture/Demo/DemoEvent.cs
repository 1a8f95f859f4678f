namespace EdgeCctv.Core.Capture.Demo;

/// <summary>One unusual event of a <see cref="DemoScene"/>. Both times count from the start of the scene.</summary>
/// <param name="Start">When the runner or the vehicle begins its way; it comes into view up to some seconds later.</param>
/// <param name="End">When it has left; later than <paramref name="Start"/>.</param>
/// <param name="Kind">What happens.</param>
public sealed record DemoEvent(TimeSpan Start, TimeSpan End, DemoEventKind Kind);
