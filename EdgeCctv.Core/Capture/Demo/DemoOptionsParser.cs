using System.Globalization;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>The grammar behind <see cref="DemoOptions.TryParse"/>: each key has one reader that returns the changed options, or null.</summary>
internal static class DemoOptionsParser
{
    private static readonly Dictionary<string, (string Allowed, Func<DemoOptions, string, DemoOptions?> Read)> Keys = new(StringComparer.Ordinal)
    {
        ["size"] = ("WIDTHxHEIGHT with a width from 160 to 1920 that is a multiple of 8 and a height from 120 to 1080 that is a multiple of 2", ReadSize),
        ["fps"] = ("a number from 0.1 to 60", ReadRate),
        ["strip"] = ("0 or 1", ReadStrip),
        ["seed"] = ($"a whole number from {int.MinValue} to {int.MaxValue}", ReadSeed),
    };

    public static (DemoOptions? Options, string? Error) Parse(string query)
    {
        if (query.Length == 0)
        {
            return (new DemoOptions(), null);
        }

        return query[0] == '?'
            ? ParsePairs(query[1..])
            : (null, $"The demo options \"{query}\" must be empty or begin with \"?\", as in \"?size=1280x720&fps=15\".");
    }

    private static (DemoOptions? Options, string? Error) ParsePairs(string pairs)
    {
        DemoOptions options = new();
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string pair in pairs.Split('&', StringSplitOptions.None))
        {
            (DemoOptions? next, string? error) = ParsePair(options, pair, seen);
            if (next is null)
            {
                return (null, error);
            }

            options = next;
        }

        return (options, null);
    }

    private static (DemoOptions? Options, string? Error) ParsePair(DemoOptions options, string pair, HashSet<string> seen)
    {
        int equals = pair.IndexOf('=', StringComparison.Ordinal);
        string key = equals < 0 ? pair : pair[..equals];
        string value = equals < 0 ? "" : pair[(equals + 1)..];
        if (!Keys.TryGetValue(key, out (string Allowed, Func<DemoOptions, string, DemoOptions?> Read) entry))
        {
            // Without its value, which may be a secret meant for another kind of source.
            return (null, $"The demo option \"{key}\" is unknown; allowed are {string.Join(", ", Keys.Keys)}.");
        }

        if (!seen.Add(key))
        {
            return (null, $"The demo option \"{key}\" is given again with the value \"{value}\"; allowed is once, as {entry.Allowed}.");
        }

        DemoOptions? changed = entry.Read(options, value);
        return (changed, changed is null ? $"The demo option \"{key}\" has the value \"{value}\"; allowed is {entry.Allowed}." : null);
    }

    private static DemoOptions? ReadSize(DemoOptions options, string value)
    {
        string[] sides = value.Split('x');
        return sides.Length == 2
            && TryReadSide(sides[0], 160, 1920, 8, out int width)
            && TryReadSide(sides[1], 120, 1080, 2, out int height)
            ? options with { Width = width, Height = height }
            : null;
    }

    private static bool TryReadSide(string text, int least, int most, int step, out int side)
    {
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out side)
            && side >= least && side <= most && side % step == 0;
    }

    private static DemoOptions? ReadRate(DemoOptions options, string value)
    {
        return double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double rate) && rate is >= 0.1 and <= 60
            ? options with { FramesPerSecond = rate }
            : null;
    }

    private static DemoOptions? ReadStrip(DemoOptions options, string value)
    {
        return value is "0" or "1" ? options with { Strip = value == "1" } : null;
    }

    private static DemoOptions? ReadSeed(DemoOptions options, string value)
    {
        return int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seed) ? options with { Seed = seed } : null;
    }
}
