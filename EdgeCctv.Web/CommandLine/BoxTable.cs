using System.Globalization;
using EdgeCctv.Core.Inference.Detection;

namespace EdgeCctv.Web.CommandLine;

/// <summary>Writes <c>frame,label,score,x,y,width,height</c>, one row an object, in pixels of the source.</summary>
internal sealed class BoxTable
{
    private readonly TextWriter _writer;

    public BoxTable(TextWriter writer)
    {
        _writer = writer;
        _writer.WriteLine("frame,label,score,x,y,width,height");
    }

    public int Rows { get; private set; }

    /// <param name="frame">From 1.</param>
    /// <param name="found">What is in it.</param>
    public void Add(int frame, DetectedObject found)
    {
        Rows++;
        var box = found.Box;
        _writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{frame},{Quoted(found.Label)},{found.Score:G9},{box.X:0.##},{box.Y:0.##},{box.Width:0.##},{box.Height:0.##}"));
    }

    // RFC 4180: traffic "light", red -> "traffic ""light"", red"
    private static string Quoted(string label) =>
        label.AsSpan().ContainsAny(",\"\r\n") ? $"\"{label.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : label;
}
