using EdgeCctv.Web.Configuration;

namespace EdgeCctv.Tests.Documents;

public sealed class ConfigurationDocumentTests
{
    [Fact]
    public void Configuration_Reference_IsWhatTheLoaderReads() => GeneratedDocument.IsCurrent(
        "docs/configuration.md",
        $"""
        # Configuration

        Keys of the section `EdgeCctv` in `appsettings.json`. The environment (`EdgeCctv__Camera__Source`) and the command line (`--EdgeCctv:Camera:Source=demo:`) override the file; a list is written `Camera:AllowedHosts:0`, `Camera:AllowedHosts:1` and so on, or as a list in the file. All keys are read once, at the start: a change needs a restart. What an operator has set on the page "Camera" ([settings](camera.md#settings)) wins over its key. A mistake, an unknown key included, stops the start with exit code 78 and one line that names place, key, value and what is allowed.

        | key | default | allowed | meaning |
        |---|---|---|---|
        {string.Join('\n', SettingsLoader.Keys.GroupBy(key => key.Key.Split(':')[0]).SelectMany(section => section).Select(Row))}

        This page is written from the code by the test `ConfigurationDocumentTests`.

        """);

    private static string Row(SettingKey key) =>
        $"| `{key.Key}` | {(key.Default.Length == 0 ? "none" : $"`{key.Default}`")} | {key.Allowed}{(key.IsList ? " (a list)" : "")} | {key.Meaning} |";
}
