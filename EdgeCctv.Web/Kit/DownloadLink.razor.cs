using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>Looks like a button and has the browser save a file; the server names it.</summary>
public sealed partial class DownloadLink : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>Where the file is, below the program's own address.</summary>
    [Parameter, EditorRequired]
    public required string Address { get; set; }

    /// <summary>What is saved, as a tooltip.</summary>
    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? TestId { get; set; }
}
