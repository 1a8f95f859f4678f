namespace EdgeCctv.Core.Inference.Scene;

/// <summary>How far learning is. Immutable.</summary>
/// <param name="Frames">Frames learnt from.</param>
/// <param name="Duration">How long they last at the learnt rate.</param>
/// <param name="MovingFrames">How many of them something moves in.</param>
/// <param name="UsableCells">Small cells in which movement was seen often enough.</param>
public sealed record LearningProgress(int Frames, TimeSpan Duration, int MovingFrames, int UsableCells)
{
    /// <summary>Fewer frames tell nothing.</summary>
    public const int LeastFrames = 300;

    /// <summary>Fewer frames with movement tell nothing.</summary>
    public const int LeastMovingFrames = 150;

    /// <summary>With more video, the model hardly becomes better.</summary>
    public static readonly TimeSpan Plenty = TimeSpan.FromMinutes(5);

    /// <summary>Frames that were left out because the whole picture changed at once.</summary>
    public int WholeSceneChanges { get; init; }

    /// <summary>Whether a model can be made.</summary>
    public bool IsEnough =>
        Frames >= LeastFrames && MovingFrames >= LeastMovingFrames && UsableCells >= PerspectiveFit.LeastCells;

    /// <summary>How far the way to enough has been gone, 0 to 1.</summary>
    public double Share => Math.Min(1, Math.Min(
        (double)Frames / LeastFrames,
        Math.Min((double)MovingFrames / LeastMovingFrames, (double)UsableCells / PerspectiveFit.LeastCells)));

    /// <summary>Whether enough was seen, and what is still missing, in one plain sentence.</summary>
    public string Verdict => (IsEnough, Duration >= Plenty) switch
    {
        (true, true) => "Enough was seen.",
        (true, false) => "Enough was seen for a start; some minutes more make the model surer.",
        _ => $"Not enough was seen yet: {string.Join(", ", Missing)}.",
    };

    private IEnumerable<string> Missing
    {
        get
        {
            if (Frames < LeastFrames)
            {
                yield return $"{LeastFrames - Frames} more frames are needed";
            }

            if (MovingFrames == 0)
            {
                yield return "nothing has moved so far";
            }
            else if (MovingFrames < LeastMovingFrames)
            {
                yield return $"something must move in {LeastMovingFrames - MovingFrames} more frames";
            }

            if (MovingFrames > 0 && UsableCells < PerspectiveFit.LeastCells)
            {
                yield return "movement was seen in too few places";
            }
        }
    }
}
