using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Inference;

/// <summary>
/// Looks at one frame after the other and says what it found. Created, used and disposed by one thread but for
/// <see cref="Terminate"/>. That thread may be left behind when a call never returns: then another analyser is created, and what the
/// lost one still says is not heard.
/// </summary>
public interface IFrameAnalyzer : IDisposable
{
    /// <summary>Analyses a frame that is newer than the one before; frames in between may be missing.</summary>
    /// <returns>What was found; null when this frame gives no result, as the first one of a stream, or one without an analysis picture.</returns>
    /// <exception cref="AnalysisException">It cannot go on and must be disposed; the message is for people.</exception>
    AnalysisFinding? Analyze(Frame frame);

    /// <summary>What follows has nothing to do with what was before: another session of the camera, or the same one after a gap.</summary>
    void Reset();

    /// <summary>
    /// Nobody wants its results any more: the call that is under way should end as soon as it can, and later ones are refused. From any
    /// thread, also after it was disposed; returns at once.
    /// </summary>
    void Terminate();
}

/// <summary>Makes an analyser whenever one is needed: at the start, and when the one before stalled or broke. Thread-safe.</summary>
public interface IFrameAnalyzerFactory
{
    /// <summary>A short word, the same for as long as the process lives, e.g. "scene".</summary>
    string Name { get; }

    /// <summary>Whether it looks at <see cref="Frame.Grey"/>.</summary>
    bool NeedsGrey { get; }

    /// <summary>The most frames that it is given in a second, above 0.</summary>
    double MostPerSecond { get; }

    /// <summary>Loads what is needed; may take seconds.</summary>
    /// <exception cref="AnalysisException">It cannot be made; the message says why and what to do.</exception>
    IFrameAnalyzer Create();
}
