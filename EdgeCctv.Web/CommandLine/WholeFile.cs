using System.Collections.Concurrent;
using System.Text;

namespace EdgeCctv.Web.CommandLine;

/// <summary>A text file that is there either whole or not at all: written beside its place, and moved there at the end.</summary>
internal sealed class WholeFile : IDisposable
{
    private static readonly ConcurrentDictionary<string, bool> Unfinished = new(StringComparer.Ordinal);

    private readonly string _path;
    private readonly string _unfinished;

    /// <exception cref="IOException">It cannot be written there.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written there.</exception>
    public WholeFile(string path)
    {
        _path = Path.GetFullPath(path);
        if (Directory.Exists(_path))
        {
            throw new IOException($"{path} is a folder, not a file to write.");
        }

        _unfinished = Path.Combine(Path.GetDirectoryName(_path)!, $".{Path.GetFileName(_path)}.{Guid.NewGuid():N}.part");
        Unfinished.TryAdd(_unfinished, true);
        Writer = new StreamWriter(_unfinished, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
    }

    public TextWriter Writer { get; }

    /// <summary>Puts it in its place, instead of what is there.</summary>
    public void Finish()
    {
        Writer.Dispose();
        File.Move(_unfinished, _path, overwrite: true);
    }

    /// <summary>Removes it, unless it was finished.</summary>
    public void Dispose()
    {
        Writer.Dispose();
        File.Delete(_unfinished);
        Unfinished.TryRemove(_unfinished, out _);
    }

    /// <summary>Removes all that were begun and not finished, for a process that ends at once.</summary>
    public static void DiscardAll()
    {
        foreach (var path in Unfinished.Keys)
        {
            try
            {
                File.Delete(path);
            }
            catch (Exception held) when (held is IOException or UnauthorizedAccessException)
            {
                // There is nothing more to be done about it.
            }
        }
    }
}
