namespace EdgeCctv.Web.Configuration;

/// <summary>One key below the section <c>EdgeCctv</c>, as it was asked for: the configuration reference is made of these.</summary>
/// <param name="Key">Below the section, such as <c>Camera:JpegQuality</c>.</param>
/// <param name="Default">As it would stand in the file; empty for an empty list.</param>
/// <param name="Allowed">What is allowed, as the line about a mistake says.</param>
/// <param name="Meaning">One line for people.</param>
/// <param name="IsList">Whether the values are <c>Key:0</c>, <c>Key:1</c> and so on.</param>
internal sealed record SettingKey(string Key, string Default, string Allowed, string Meaning, bool IsList = false);
