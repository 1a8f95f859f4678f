using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>One of a few things, all of them seen.</summary>
public sealed partial class Choice<T> : FieldComponent<T>
{
    /// <summary>At most four, each with what stands on it.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<(T Value, string Text)> Options { get; set; }
}
