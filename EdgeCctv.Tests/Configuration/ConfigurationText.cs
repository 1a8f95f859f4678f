using EdgeCctv.Web.Configuration;
using Microsoft.Extensions.Configuration;

namespace EdgeCctv.Tests.Configuration;

/// <summary>Settings from the three places they come from.</summary>
internal static class ConfigurationText
{
    public static (EdgeCctvSettings Settings, IReadOnlyList<string> Mistakes) LoadJson(string json)
    {
        // The real provider with the real name, so that the origin in a message is the real one.
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "appsettings.json"), json);
        return Load(new ConfigurationBuilder().SetBasePath(folder.Path).AddJsonFile("appsettings.json"));
    }

    public static (EdgeCctvSettings Settings, IReadOnlyList<string> Mistakes) LoadArguments(params string[] arguments) =>
        Load(new ConfigurationBuilder().AddCommandLine(arguments));

    /// <summary>The one mistake that there must be.</summary>
    public static string OnlyMistake(this (EdgeCctvSettings Settings, IReadOnlyList<string> Mistakes) loaded) => Assert.Single(loaded.Mistakes);

    private static (EdgeCctvSettings Settings, IReadOnlyList<string> Mistakes) Load(IConfigurationBuilder builder)
    {
        var configuration = builder.Build();
        using (configuration as IDisposable)
        {
            return SettingsLoader.Load(configuration);
        }
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("edgecctv-test-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
