namespace EdgeCctv.Tests.Hosts;

/// <summary>As <see cref="RequiresLinuxFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RequiresLinuxTheoryAttribute : TheoryAttribute
{
    public RequiresLinuxTheoryAttribute() => Skip = new RequiresLinuxFactAttribute().Skip;
}
