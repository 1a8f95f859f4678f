namespace EdgeCctv.Web.CommandLine;

/// <summary>An option of a command.</summary>
/// <param name="Name">With its dashes, as <c>--source</c>.</param>
/// <param name="Value">What stands for its value in the help, as <c>FILE</c>.</param>
/// <param name="Meaning">For the help.</param>
internal sealed record CommandOption(string Name, string Value, string Meaning)
{
    public bool IsRequired { get; init; }

    /// <summary>Whether it may be given more than once.</summary>
    public bool IsRepeatable { get; init; }
}
