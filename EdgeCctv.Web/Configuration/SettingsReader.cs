using System.Globalization;

namespace EdgeCctv.Web.Configuration;

/// <summary>
/// Reads single values of the section <c>EdgeCctv</c> and collects one line per mistake: where, key, value, what is allowed. Knows
/// which keys were asked for, so that a misspelt one is a mistake too.
/// </summary>
internal sealed class SettingsReader(IConfigurationRoot configuration)
{
    private const string Section = "EdgeCctv";
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _mistakes = [];

    public IReadOnlyList<string> Mistakes => _mistakes;

    /// <summary>The text at <paramref name="key"/> below the section, or <paramref name="fallback"/> where there is none.</summary>
    public string Text(string key, string fallback)
    {
        _known.Add($"{Section}:{key}");
        return configuration[$"{Section}:{key}"] ?? fallback;
    }

    public bool Flag(string key, bool fallback)
    {
        var text = Text(key, fallback ? "true" : "false");
        return bool.TryParse(text, out var value) ? value : Reject(key, text, "true or false", fallback);
    }

    public int Number(string key, int fallback, int least, int most)
    {
        var text = Text(key, fallback.ToString(CultureInfo.InvariantCulture));
        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : Reject(key, text, $"a whole number from {least} to {most}", fallback);
    }

    public TimeSpan Duration(string key, TimeSpan fallback, TimeSpan least, TimeSpan most)
    {
        var text = Text(key, fallback.ToString("c", CultureInfo.InvariantCulture));
        return TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : Reject(key, text, $"a time hh:mm:ss.f from {least:c} to {most:c}", fallback);
    }

    /// <summary>Notes a mistake in the value of <paramref name="key"/>; the value is not repeated where <paramref name="shown"/> is null.</summary>
    public T Reject<T>(string key, string? shown, string allowed, T fallback)
    {
        var value = shown is null ? "" : $" '{shown}' is not valid;";
        _mistakes.Add($"{Origin($"{Section}:{key}")}: {Section}:{key}:{value} allowed: {allowed}.");
        return fallback;
    }

    /// <summary>Call last: whatever nobody asked for is a mistake.</summary>
    public void RejectUnknownKeys()
    {
        var unknown = configuration.GetSection(Section).AsEnumerable()
            .Where(pair => pair.Value is not null && pair.Key != Section && !_known.Contains(pair.Key));
        foreach (var (key, _) in unknown)
        {
            _mistakes.Add($"{Origin(key)}: {key}: unknown key; allowed: {string.Join(", ", _known.Order())}.");
        }
    }

    private string Origin(string key)
    {
        var provider = configuration.Providers.LastOrDefault(one => one.TryGet(key, out _));
        return provider switch
        {
            FileConfigurationProvider file => file.Source.Path ?? "configuration file",
            Microsoft.Extensions.Configuration.CommandLine.CommandLineConfigurationProvider => "command line",
            Microsoft.Extensions.Configuration.EnvironmentVariables.EnvironmentVariablesConfigurationProvider => "environment",
            _ => "configuration",
        };
    }
}
