namespace EdgeCctv.Tests.Hosts;

/// <summary>As <see cref="RequiresFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RequiresTheoryAttribute : TheoryAttribute
{
    public RequiresTheoryAttribute(Need need) => Skip = new RequiresFactAttribute(need).Skip;
}
