using EdgeCctv.Core.Capture.Clips;

namespace EdgeCctv.Web.CommandLine;

/// <summary>What is to be said of a clip after it was read.</summary>
internal static class ClipNotes
{
    public static void Tell<TPicture>(ClipPath clip, IClipReader<TPicture> reader, CommandContext context)
    {
        if (reader.Skipped > 0)
        {
            context.Note($"{reader.Skipped} of {reader.Passed} frames of {clip.Path} cannot be decoded and were left out.");
        }

        if (reader.BrokenOff is { } why)
        {
            context.Note($"{clip.Path} breaks off after frame {reader.Passed}: {why}");
        }
    }
}
