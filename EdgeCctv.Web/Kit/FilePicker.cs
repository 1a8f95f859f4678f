using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace EdgeCctv.Web.Kit;

/// <summary>A button that lets an operator choose one file of his computer.</summary>
public sealed partial class FilePicker : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>What may be chosen, e.g. ".onnx".</summary>
    [Parameter, EditorRequired]
    public required string Accept { get; set; }

    /// <summary>Given the file; its content is read by the handler, which sets the largest size.</summary>
    [Parameter, EditorRequired]
    public EventCallback<IBrowserFile> OnPicked { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? TestId { get; set; }

    private Task PickAsync(InputFileChangeEventArgs picked) => OnPicked.InvokeAsync(picked.File);
}
