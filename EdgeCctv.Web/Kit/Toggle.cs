namespace EdgeCctv.Web.Kit;

/// <summary>Something that is on or off, in force at once.</summary>
public sealed partial class Toggle : FieldComponent<bool>;
