using System.Text;
using EdgeCctv.Core.Capture;

namespace EdgeCctv.Web.Support;

/// <summary>Makes what a logger was told fit for people and for a bounded memory: one short line without secrets and stack traces.</summary>
internal static class LogText
{
    /// <summary>Longest message, characters.</summary>
    public const int Longest = 500;

    // What is worked on at all; an answer of several pages would be dear to look through, on the thread that logs.
    private const int MostRead = 4 * Longest;

    public static string Message(string text, Exception? exception)
    {
        var told = exception is null ? text : $"{Cut(text)} ({exception.GetType().Name}: {OneLine(FirstLine(exception.Message))})";
        return Shorten(Secrets.Redact(OneLine(Cut(told))));
    }

    /// <summary><c>EdgeCctv.Core.Camera.CameraLifecycleManager</c> is <c>CameraLifecycleManager</c>.</summary>
    public static string Category(string name)
    {
        var bare = name.Split('`', '[')[0];
        return Shorten(bare[(bare.LastIndexOf('.') + 1)..]);
    }

    private static string Shorten(string text) => text.Length <= Longest ? text : $"{text[..(Longest - 1)]}…";

    private static string Cut(string text) => text.Length <= MostRead ? text : text[..MostRead];

    private static string FirstLine(string text) => text.Split('\r', '\n')[0];

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var part in text.Split('\r', '\n'))
        {
            // "   at Some.Method(String x) in file.cs:line 9": some log the whole of an exception as their message.
            if (part.TrimStart().StartsWith("at ", StringComparison.Ordinal) && char.IsWhiteSpace(part[0]))
            {
                break;
            }

            line.Append(line.Length > 0 && part.Length > 0 ? " " : "").Append(part.Trim());
        }

        return string.Concat(line.ToString().Select(one => char.IsControl(one) ? ' ' : one));
    }
}
