using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>One of a few things, all of them seen.</summary>
public sealed partial class Choice<T> : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>At most four, each with what stands on it.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<(T Value, string Text)> Options { get; set; }

    [Parameter]
    public T? Value { get; set; }

    [Parameter]
    public EventCallback<T> ValueChanged { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    [Parameter]
    public string? TestId { get; set; }
}
