using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>One line of text that an operator writes; told when the field is left or Enter is pressed.</summary>
public sealed partial class TextField : FieldComponent<string>
{
    /// <summary>Stands in the field while that is empty; null for nothing.</summary>
    [Parameter]
    public string? Example { get; set; }

    /// <summary>The most characters.</summary>
    [Parameter]
    public long? Longest { get; set; }
}
