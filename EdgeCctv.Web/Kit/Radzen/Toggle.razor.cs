namespace EdgeCctv.Web.Kit;

public sealed partial class Toggle
{
    // Radzen puts what is said on the component itself around the input.
    private Dictionary<string, object> _input = [];

    protected override void OnParametersSet() => _input = new() { ["aria-label"] = Label, ["data-testid"] = TestId ?? "" };
}
