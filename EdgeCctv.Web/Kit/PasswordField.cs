namespace EdgeCctv.Web.Kit;

/// <summary>A secret that an operator writes and nobody reads; told when the field is left or Enter is pressed.</summary>
public sealed partial class PasswordField : FieldComponent<string>;
