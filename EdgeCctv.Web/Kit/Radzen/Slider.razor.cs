using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>A number that is chosen by eye; told while it is moved.</summary>
public sealed partial class Slider : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required double Least { get; set; }

    [Parameter, EditorRequired]
    public required double Most { get; set; }

    [Parameter, EditorRequired]
    public required double Step { get; set; }

    [Parameter]
    public double Value { get; set; }

    [Parameter]
    public EventCallback<double> ValueChanged { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? TestId { get; set; }

    private string StepText => Step.ToString(CultureInfo.InvariantCulture);
}
