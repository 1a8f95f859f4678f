using System.Globalization;

namespace EdgeCctv.Web.Configuration;

/// <summary>
/// Reads single values of the section <c>EdgeCctv</c> and collects one line per mistake: where, key, value, what is allowed. Knows
/// which keys were asked for, so that a misspelt one is a mistake too.
/// </summary>
internal sealed class SettingsReader(IConfigurationRoot configuration)
{
    /// <summary>The section that all keys are below.</summary>
    public const string Section = "EdgeCctv";

    private readonly List<SettingKey> _keys = [];
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _mistakes = [];

    public IReadOnlyList<string> Mistakes => _mistakes;

    /// <summary>Every key that was asked for, in that order.</summary>
    public IReadOnlyList<SettingKey> Keys => _keys;

    /// <summary>The text at <paramref name="key"/> below the section, or <paramref name="fallback"/> where there is none.</summary>
    public string Text(string key, string fallback, string allowed, string meaning)
    {
        Register(new SettingKey(key, fallback, allowed, meaning));
        return configuration[$"{Section}:{key}"] ?? fallback;
    }

    /// <summary>One line of text for people, at most <paramref name="most"/> characters long; spaces around it do not count.</summary>
    public string Line(string key, string fallback, int most, string meaning)
    {
        var allowed = $"one line of at most {most} characters";
        var text = Text(key, fallback, allowed, meaning).Trim();
        return text.Length <= most && !text.Any(char.IsControl) ? text : Reject(key, text.ReplaceLineEndings(" "), allowed, fallback);
    }

    public bool Flag(string key, bool fallback, string meaning)
    {
        const string Allowed = "true or false";
        var text = Text(key, fallback ? "true" : "false", Allowed, meaning);
        return bool.TryParse(text, out var value) ? value : Reject(key, text, Allowed, fallback);
    }

    public int Number(string key, int fallback, int least, int most, string meaning)
    {
        var allowed = $"a whole number from {least} to {most}";
        var text = Text(key, fallback.ToString(CultureInfo.InvariantCulture), allowed, meaning);
        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : Reject(key, text, allowed, fallback);
    }

    public double Rate(string key, double fallback, double least, double most, string meaning)
    {
        var allowed = string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}");
        var text = Text(key, fallback.ToString(CultureInfo.InvariantCulture), allowed, meaning);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : Reject(key, text, allowed, fallback);
    }

    public TimeSpan Duration(string key, TimeSpan fallback, TimeSpan least, TimeSpan most, string meaning)
    {
        var allowed = $"a time hh:mm:ss.f from {Words(least)} to {Words(most)}";
        var text = Text(key, Words(fallback), allowed, meaning);
        return TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : Reject(key, text, allowed, fallback);
    }

    /// <summary>One of the words of <typeparamref name="T"/>, in lower or upper case; numbers do not count.</summary>
    public T Choice<T>(string key, T fallback, string meaning)
        where T : struct, Enum
    {
        var allowed = string.Join(" or ", Enum.GetNames<T>()).ToLowerInvariant();
        var text = Text(key, fallback.ToString().ToLowerInvariant(), allowed, meaning);
        return Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<T>(text, ignoreCase: true) : Reject(key, text, allowed, fallback);
    }

    /// <summary>The values <c>key:0</c>, <c>key:1</c> and so on; empty where there is none. Each must be <paramref name="isAllowed"/>.</summary>
    public IReadOnlyList<string> List(string key, Predicate<string> isAllowed, string allowed, string meaning)
    {
        Register(new SettingKey(key, "", allowed, meaning, IsList: true));
        var items = configuration.GetSection($"{Section}:{key}").GetChildren().Where(item => IsIndex(item.Key) && item.Value is not null).ToArray();
        foreach (var item in items)
        {
            _known.Add(item.Path);
            if (!isAllowed(item.Value!))
            {
                Reject($"{key}:{item.Key}", item.Value, allowed, "");
            }
        }

        // What is written as one text is no list; an empty list in a file reads as an empty text.
        return configuration[$"{Section}:{key}"] is { Length: > 0 } text
            ? Reject<string[]>(key, text, $"a list ({key}:0, {key}:1 …) of: {allowed}", [])
            : [.. items.Select(item => item.Value!)];
    }

    /// <summary>Notes a mistake in the value of <paramref name="key"/>; the value is not repeated where <paramref name="shown"/> is null.</summary>
    /// <returns><paramref name="value"/>, to go on with.</returns>
    public T Reject<T>(string key, string? shown, string allowed, T value)
    {
        var said = shown is null ? "" : $" '{shown}' is not valid;";
        _mistakes.Add($"{Origin($"{Section}:{key}")}: {Section}:{key}:{said} allowed: {allowed}.");
        return value;
    }

    /// <summary>Call last: whatever nobody asked for is a mistake.</summary>
    public void RejectUnknownKeys()
    {
        var unknown = configuration.GetSection(Section).AsEnumerable()
            .Where(pair => pair.Value is not null && pair.Key != Section && !_known.Contains(pair.Key));
        foreach (var (key, _) in unknown)
        {
            _mistakes.Add($"{Origin(key)}: {key}: unknown key; allowed: {string.Join(", ", _keys.Select(one => $"{Section}:{one.Key}").Order())}.");
        }
    }

    // 00:00:01.5, as one would write it.
    private static string Words(TimeSpan time)
    {
        var text = time.ToString("c", CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0') : text;
    }

    private static bool IsIndex(string key) => int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private void Register(SettingKey key)
    {
        _keys.Add(key);
        _known.Add($"{Section}:{key.Key}");
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
