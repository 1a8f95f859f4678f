using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>How far something has come.</summary>
public sealed partial class ProgressLine : ComponentBase
{
    /// <summary>What is going on, for people who cannot see it.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>0 to 1.</summary>
    [Parameter, EditorRequired]
    public required double Share { get; set; }

    /// <summary>Below the line, in words and figures.</summary>
    [Parameter]
    public string Text { get; set; } = "";

    [Parameter]
    public string? TestId { get; set; }

    private double Percent => Math.Round(Math.Clamp(Share, 0, 1) * 100);
}
