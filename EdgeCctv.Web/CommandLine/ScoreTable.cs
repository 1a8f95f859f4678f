using System.Globalization;

namespace EdgeCctv.Web.CommandLine;

/// <summary>
/// Writes <c>frame,score,anomaly</c>, one row a frame, from 1. Frames without a score of their own repeat the row before; at the
/// beginning, where there is none, the first score that comes.
/// </summary>
internal sealed class ScoreTable
{
    private readonly TextWriter _writer;
    private int _rows;
    private (float Score, bool IsAnomaly)? _last;

    public ScoreTable(TextWriter writer)
    {
        _writer = writer;
        _writer.WriteLine("frame,score,anomaly");
    }

    /// <summary>A frame with a score; numbers only grow.</summary>
    public void Add(int frame, float score, bool isAnomaly)
    {
        FillUp(frame - 1, _last ?? (score, false));
        Write(score, isAnomaly);
        _last = (score, isAnomaly);
    }

    /// <summary>A frame that was looked at but tells no score: it repeats the last one.</summary>
    public void Add(int frame, bool isAnomaly)
    {
        if (_last is { } last)
        {
            Add(frame, last.Score, isAnomaly);
        }
    }

    /// <summary>The clip has ended after so many frames.</summary>
    public void Finish(int frames) => FillUp(frames, _last ?? (0, false));

    private void FillUp(int frames, (float Score, bool IsAnomaly) row)
    {
        while (_rows < frames)
        {
            Write(row.Score, row.IsAnomaly);
        }
    }

    private void Write(float score, bool isAnomaly)
    {
        _rows++;
        _writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_rows},{score:G9},{(isAnomaly ? 1 : 0)}"));
    }
}
