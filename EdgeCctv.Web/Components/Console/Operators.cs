namespace EdgeCctv.Web.Components.Console;

/// <summary>Who does what is done on these pages, for the log and for other screens.</summary>
internal static class Operators
{
    public const string AtTheConsole = "an operator at the console";
}
