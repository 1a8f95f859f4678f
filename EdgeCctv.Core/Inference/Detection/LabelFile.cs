namespace EdgeCctv.Core.Inference.Detection;

/// <summary>Reads a label list: one label a line, the first for class 0; spaces around a label and empty lines at the end do not count.</summary>
internal static class LabelFile
{
    /// <exception cref="AnalysisException">The file cannot be read.</exception>
    public static IReadOnlyList<string> Read(string? path)
    {
        if (path is null)
        {
            return [];
        }

        try
        {
            var lines = File.ReadAllLines(path).Select(line => line.Trim()).ToList();
            return lines[..(lines.FindLastIndex(line => line.Length > 0) + 1)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AnalysisException($"The label list '{path}' cannot be read: {exception.Message}", exception);
        }
    }
}
