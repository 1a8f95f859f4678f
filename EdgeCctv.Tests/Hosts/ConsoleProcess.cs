using System.Net.Http.Json;
using System.Text.Json;

namespace EdgeCctv.Tests.Hosts;

/// <summary>The real program, as its users run it, on a free port.</summary>
internal sealed class ConsoleProcess : IAsyncDisposable
{
    // Whoever tests the scene switches it on, with a data folder of its own: else models would lie in the tester's home. The last option counts.
    private const string NothingLearnt = "--EdgeCctv:Analysis:Scene:Enabled=false";

    private const string Listening = "Now listening on: ";

    private ConsoleProcess(ChildProcess process, Uri address)
    {
        Process = process;
        Address = address;
        Http = new HttpClient { BaseAddress = address };
    }

    public ChildProcess Process { get; }

    public Uri Address { get; }

    public HttpClient Http { get; }

    /// <param name="source">What EdgeCctv:Camera:Source is set to.</param>
    /// <param name="options">Further options of the command line.</param>
    public static Task<ConsoleProcess> StartAsync(string source, params string[] options) => StartAsync(source, port: 0, options);

    public static Task<ConsoleProcess> StartAsync(string source, int port, params string[] options) =>
        ListeningAsync(Launch([$"--urls=http://127.0.0.1:{port}", $"--EdgeCctv:Camera:Source={source}", NothingLearnt, .. options]));

    /// <summary>The program with a <see cref="GcWitness"/> in it.</summary>
    public static async Task<ConsoleProcess> StartWithWitnessAsync(string source, params string[] options)
    {
        var witness = typeof(GcWitness).Assembly.Location;
        string[] program = [Path.Combine(AppContext.BaseDirectory, "EdgeCctv.Web.dll"), "--urls=http://127.0.0.1:0", $"--EdgeCctv:Camera:Source={source}", NothingLearnt];
        return await ListeningAsync(new ChildProcess("env", ["--default-signal=INT", $"DOTNET_STARTUP_HOOKS={witness}", "dotnet", .. program, .. options]));
    }

    /// <summary>The program with these options and no others.</summary>
    public static ChildProcess Launch(params string[] options)
    {
        string[] program = ["dotnet", Path.Combine(AppContext.BaseDirectory, "EdgeCctv.Web.dll"), .. options];

        // A test run started in the background of a script has SIGINT ignored, and its children would inherit that.
        return OperatingSystem.IsLinux() ? new ChildProcess("env", ["--default-signal=INT", .. program]) : new ChildProcess(program[0], program[1..]);
    }

    public Task<JsonElement> StatusAsync() => Http.GetFromJsonAsync<JsonElement>("/status");

    /// <summary>Waits until the camera's state is <paramref name="word"/>.</summary>
    public Task StateAsync(string word) =>
        Eventually.IsTrueAsync(async () => (await StatusAsync()).GetProperty("camera_state").GetString() == word, $"camera_state {word}");

    /// <summary>Waits until there is a fresh picture.</summary>
    public Task StreamingAsync() =>
        Eventually.IsTrueAsync(async () => (await StatusAsync()).GetProperty("streaming").GetBoolean(), "streaming");

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Process.DisposeAsync();
    }

    private static async Task<ConsoleProcess> ListeningAsync(ChildProcess process)
    {
        var line = await process.LineAsync(Listening);
        return new ConsoleProcess(process, new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..]));
    }
}
