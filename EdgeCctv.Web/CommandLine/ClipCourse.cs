using System.Globalization;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Clips;
using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Web.CommandLine;

/// <summary>Learns from one clip after the other; the first one decides size and rate. One thread.</summary>
internal sealed class ClipCourse
{
    private readonly IReadOnlyList<ClipPath> _clips;
    private readonly double? _askedRate;
    private readonly CommandContext _context;
    private SceneLearner? _learner;

    /// <exception cref="CaptureException">A clip is not there.</exception>
    public ClipCourse(IReadOnlyList<string> sources, double? askedRate, CommandContext context)
    {
        // All of them before the first is read: a mistyped name should not come out after an hour.
        (_clips, _askedRate, _context) = ([.. sources.Select(ClipPath.Find)], askedRate, context);
    }

    public int Clips => _clips.Count;

    /// <summary>All files that are read.</summary>
    public IEnumerable<string> Files => _clips.SelectMany(clip => clip.Files);

    public SceneGeometry Geometry { get; private set; }

    public double FramesPerSecond { get; private set; }

    /// <summary>The clips in few words.</summary>
    public string Description => _clips.Count <= 3
        ? string.Join(", ", _clips.Select(clip => clip.Path))
        : string.Create(CultureInfo.InvariantCulture, $"{_clips[0].Path} and {_clips.Count - 1} more clips");

    /// <summary>Reads them all.</summary>
    public SceneLearner Learn(ProgressBar progress)
    {
        for (var i = 0; i < _clips.Count; i++)
        {
            Learn(_clips[i], i, progress);
        }

        return _learner!;
    }

    private void Learn(ClipPath clip, int index, ProgressBar progress)
    {
        using var reader = _context.Clips.OpenGrey(clip, SizeOf, _context.Cancellation);
        var pace = PaceOf(clip, reader.Facts);
        _learner ??= new SceneLearner(Geometry, FramesPerSecond);
        _learner.Reset();
        foreach (var (number, pair) in ClipPairs.Of(reader, pace, Geometry, _context.Cancellation))
        {
            if (pair is not null)
            {
                _learner.Add(pair);
            }

            progress.Step((index + ((double)number / reader.Facts.Frames)) / _clips.Count);
        }

        progress.Dispose();
        ClipNotes.Tell(clip, reader, _context);
    }

    private (int Width, int Height) SizeOf(int width, int height)
    {
        if (Geometry == default)
        {
            Geometry = SceneFit.Geometry(width, height);
        }

        return SceneFit.Size(Geometry, width, height);
    }

    private AnalysisPace PaceOf(ClipPath clip, ClipFacts facts)
    {
        if (_learner is not null)
        {
            return SceneFit.Pace(clip, facts, FramesPerSecond);
        }

        var pace = AnalysisPace.ForLearning(facts.FramesPerSecond, _askedRate);
        FramesPerSecond = pace.FramesPerSecond;
        if (facts.FramesPerSecond is null && _askedRate is null)
        {
            _context.Note($"{clip.Path} does not tell its rate: taken for {FramesPerSecond:0.###} frames per second; --fps says otherwise.");
        }

        return pace;
    }
}
