namespace EdgeCctv.Core.Inference.Sessions;

/// <summary>What ONNX Runtime says, made short enough for people.</summary>
internal static class RuntimeMessage
{
    private const int Longest = 300;

    /// <summary>The first line, without what only programmers read, ending with a full stop.</summary>
    public static string Of(Exception exception)
    {
        // "[ErrorCode:Fail] Load model failed:Type Error: …\nStacktrace: …"
        var text = exception.Message;
        if (text.StartsWith("[ErrorCode:", StringComparison.Ordinal) && text.IndexOf(']', StringComparison.Ordinal) is var end and > 0)
        {
            text = text[(end + 1)..];
        }

        text = text.Trim().Split('\n', 2)[0].TrimEnd('.', ' ', '\r');
        return text.Length > Longest ? string.Concat(text.AsSpan(0, Longest), " …") : text + ".";
    }
}
