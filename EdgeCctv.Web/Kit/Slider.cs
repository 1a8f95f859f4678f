using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>A number that is chosen by eye; told while it is moved.</summary>
public sealed partial class Slider : FieldComponent<double>
{
    [Parameter, EditorRequired]
    public required double Least { get; set; }

    [Parameter, EditorRequired]
    public required double Most { get; set; }

    [Parameter, EditorRequired]
    public required double Step { get; set; }
}
