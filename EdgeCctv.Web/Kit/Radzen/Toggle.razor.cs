namespace EdgeCctv.Web.Kit;

/// <summary>Something that is on or off, in force at once.</summary>
public sealed partial class Toggle : FieldComponent<bool>
{
    private Dictionary<string, object> _input = [];

    protected override void OnParametersSet() => _input = new() { ["aria-label"] = Label, ["data-testid"] = TestId ?? "" };
}
