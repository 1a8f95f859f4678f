namespace EdgeCctv.Tests.Hosts;

/// <summary>One real program with a small demo camera for all tests of a class that leave it running.</summary>
public sealed class SharedConsole : IAsyncLifetime
{
    /// <summary>What its configuration names.</summary>
    public const string Source = "demo:?size=160x120&fps=10&seed=7";

    private ConsoleProcess _console = null!;

    internal ConsoleProcess Console => _console;

    public async Task InitializeAsync()
    {
        _console = await ConsoleProcess.StartAsync(Source);
        await _console.StreamingAsync();
    }

    public async Task DisposeAsync() => await _console.DisposeAsync();
}
