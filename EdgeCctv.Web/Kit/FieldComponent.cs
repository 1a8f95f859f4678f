using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>A part of the kit that holds one value, which an operator changes.</summary>
/// <typeparam name="T">Of the value.</typeparam>
public abstract class FieldComponent<T> : ComponentBase
{
    /// <summary>What the value is of; seen, and read out.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public T? Value { get; set; }

    [Parameter]
    public EventCallback<T> ValueChanged { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>What it does, as a tooltip.</summary>
    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? TestId { get; set; }
}
