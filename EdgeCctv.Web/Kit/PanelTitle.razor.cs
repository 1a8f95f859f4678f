using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>The title of a <see cref="Panel"/>, and what folds it.</summary>
public sealed partial class PanelTitle : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>Null for a panel that is always open.</summary>
    [Parameter, EditorRequired]
    public required string? FoldKey { get; set; }

    [Parameter, EditorRequired]
    public required bool IsFolded { get; set; }

    /// <summary>Folds the panel, or opens it again.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnFold { get; set; }
}
