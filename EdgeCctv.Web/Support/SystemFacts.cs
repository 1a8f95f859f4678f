using System.Globalization;
using System.Runtime.InteropServices;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Sessions;
using EdgeCctv.Web.Api;
using EdgeCctv.Web.Configuration;

namespace EdgeCctv.Web.Support;

/// <summary>What runs here, on what, and with which libraries: the same for the page and for the support bundle. Thread-safe.</summary>
/// <param name="backends">Everything that may open a camera.</param>
/// <param name="sessions">Knows the execution provider.</param>
/// <param name="data">Where the program writes.</param>
/// <param name="uptime">Since when it runs.</param>
public sealed class SystemFacts(IEnumerable<IBackendFacts> backends, SessionFactory sessions, DataFolder data, Uptime uptime)
{
    // Fixed for as long as the process lives, and dear to find out: libraries are loaded for it.
    private readonly Lazy<SystemFact[]> _libraries = new(() => [.. backends.Select(backend => Backend(backend.Describe())), .. Inference(InferenceAnswer.Of(InferenceRuntime.Info, sessions))]);

    /// <summary>Whether reading takes no time; the first reading may take a second.</summary>
    public bool IsKnown => _libraries.IsValueCreated;

    public IReadOnlyList<SystemFact> Read() =>
    [
        new("version", "Program", $"EdgeCctv {ProgramIdentity.Version}", "Version of this program, as it was built."),
        new("package-set", "Package set", ProgramIdentity.PackageSet, "What the program was built from: distro or nuget, see the README."),
        new("uptime", "Running for", Uptime.Words(uptime.Duration), $"Since {Utc(uptime.Since)}, when the program started. Measured with the monotonic clock."),
        new("runtime", ".NET", RuntimeInformation.FrameworkDescription, "The .NET runtime that this process uses."),
        new("os", "System", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}", "The operating system, as it calls itself, and its architecture."),
        new("processors", "Processors", $"{Environment.ProcessorCount} logical", "Logical processors that the program may use."),
        .. _libraries.Value,
        new("data-folder", "Data folder", data.Path, "Where operators' choices and learnt models are kept; the key EdgeCctv:DataFolder."),
    ];

    private static SystemFact Backend(BackendFacts backend) =>
        new($"backend-{backend.Name.ToLowerInvariant().Replace(' ', '-')}", backend.Name, $"{backend.Version ?? "missing"} ({backend.Opens})", "Capture backend, its version, and the sources that it opens.")
        {
            Wanting = backend.Missing,
            Reason = backend.Reason,
        };

    private static IEnumerable<SystemFact> Inference(InferenceAnswer answer)
    {
        var providers = answer.Providers.Count == 0 ? "" : $" ({string.Join(", ", answer.Providers.Select(Short))})";
        yield return new("onnx-runtime", "ONNX Runtime", answer.Failure is null ? answer.Version + providers : "missing", "Version of the library that runs the models, and the execution providers that it was built with.")
        {
            Wanting = answer.Failure,
        };
        yield return new(
            "provider", "Models run on", $"{answer.Provider}, {answer.Threads} {(answer.Threads == 1 ? "thread" : "threads")} each", "The execution provider that was chosen for this process; the keys EdgeCctv:Analysis:Device and EdgeCctv:Analysis:Threads.")
        {
            // Without the library the fallback only repeats that.
            Reason = answer.Failure is null ? answer.Fallback : null,
        };
    }

    private static string Short(string provider) => provider.Replace("ExecutionProvider", "", StringComparison.Ordinal);

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
