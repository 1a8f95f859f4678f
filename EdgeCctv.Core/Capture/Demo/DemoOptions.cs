namespace EdgeCctv.Core.Capture.Demo;

/// <summary>How the demo camera is to look, as written in its locator: <c>demo:?size=1280x720&amp;fps=15&amp;strip=1&amp;seed=42</c>.</summary>
public sealed record DemoOptions
{
    /// <summary>Width in pixels: 160 to 1920, a multiple of 8.</summary>
    public int Width { get; init; } = 1280;

    /// <summary>Height in pixels: 120 to 1080, a multiple of 2.</summary>
    public int Height { get; init; } = 720;

    /// <summary>Pictures a second: 0.1 to 60.</summary>
    public double FramesPerSecond { get; init; } = 15;

    /// <summary>Whether the machine-readable time strip covers the lowest 16 rows.</summary>
    public bool Strip { get; init; }

    /// <summary>Seed of everything that is random in the scene; null leaves the choice (and logging it) to the caller.</summary>
    public int? Seed { get; init; }

    /// <summary>Reads the part of the locator after <c>demo:</c>. Thread-safe.</summary>
    /// <param name="query">Empty, or <c>?key=value&amp;key=value</c> with the keys size, fps, strip and seed, each at most once.</param>
    /// <param name="options">The options read; the defaults when the result is false.</param>
    /// <param name="error">One sentence naming the key, the value and what is allowed; null when the result is true.</param>
    public static bool TryParse(string query, out DemoOptions options, out string? error)
    {
        ArgumentNullException.ThrowIfNull(query);
        (DemoOptions? parsed, error) = DemoOptionsParser.Parse(query);
        options = parsed ?? new DemoOptions();
        return parsed is not null;
    }
}
