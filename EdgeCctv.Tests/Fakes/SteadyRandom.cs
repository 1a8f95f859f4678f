namespace EdgeCctv.Tests.Fakes;

/// <summary>Always the middle: retries come exactly when the schedule says.</summary>
internal sealed class SteadyRandom : Random
{
    public override double NextDouble() => 0.5;
}
