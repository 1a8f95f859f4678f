using System.Globalization;
using EdgeCctv.Core.Capture.Clips;
using EdgeCctv.Core.Inference.Sessions;

namespace EdgeCctv.Web.CommandLine;

/// <summary>What commands work with.</summary>
/// <param name="Clips">Opens what is to be read.</param>
/// <param name="Output">For results.</param>
/// <param name="Error">For everything else.</param>
/// <param name="HasTerminal">Whether somebody watches <paramref name="Error"/>, so that a progress bar makes sense.</param>
/// <param name="Clock">For times and rates.</param>
/// <param name="Cancellation">Ctrl+C.</param>
internal sealed record CommandContext(
    IClipReaderFactory Clips, TextWriter Output, TextWriter Error, bool HasTerminal, TimeProvider Clock, CancellationToken Cancellation)
{
    /// <summary>Reading and scaling has a thread of its own beside these, but needs little.</summary>
    public static int Threads => Math.Min(2, Environment.ProcessorCount);

    public SessionFactory Sessions { get; } = new(new InferenceSettings(InferenceDevice.Auto, Threads));

    public void Say(FormattableString line) => Output.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>Something that the user should know, though the command goes on.</summary>
    public void Note(FormattableString line) => Error.WriteLine($"{CommandRunner.Program}: {line.ToString(CultureInfo.InvariantCulture)}");

    /// <exception cref="CommandException">It is not there.</exception>
    public static void RequireFile(string path, string what)
    {
        if (!File.Exists(path))
        {
            throw CommandException.NoInput($"The {what} {path} does not exist.");
        }
    }
}
