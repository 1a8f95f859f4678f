namespace EdgeCctv.Core.Inference.Lanes;

/// <summary>What to do about a lane, and what to call its state: pure functions.</summary>
internal static class LaneRules
{
    /// <summary>How long one frame may take. With the watcher's step and a loaded machine, a hang is known within 3 s.</summary>
    public static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(2.2);

    /// <summary>How long a model may take to load: a large one from a slow card takes its time.</summary>
    public static readonly TimeSpan LoadLimit = TimeSpan.FromSeconds(30);

    /// <summary>An analyser that has worked for this long begins the schedule of rebuilding anew when it breaks.</summary>
    public static readonly TimeSpan StableRun = TimeSpan.FromMinutes(1);

    /// <summary>A success older than this is not the present, however quick camera and analyser are.</summary>
    public static readonly TimeSpan LeastLimit = TimeSpan.FromSeconds(3);

    /// <summary>After so many threads that never came back, no analyser is made until one does: each keeps its memory, and maybe a core.</summary>
    public const int MostLost = 3;

    private static readonly int[] Delays = [1, 2, 5, 10, 30, 60];

    public static LaneStep Next(in LaneFacts facts)
    {
        if (facts.Call is { } call)
        {
            return facts.CallLasts >= LimitOf(call) ? LaneStep.GiveUp : LaneStep.None;
        }

        return facts.IsTryDue && facts.Lost < MostLost ? LaneStep.Make : LaneStep.None;
    }

    public static TimeSpan LimitOf(LaneCall call) => call switch
    {
        LaneCall.Load => LoadLimit,
        LaneCall.Analyse => AnswerLimit,
        _ => throw new ArgumentOutOfRangeException(nameof(call), call, "Unknown call."),
    };

    /// <summary>How long to wait before an analyser is made anew.</summary>
    /// <param name="failures">In a row, from 1.</param>
    public static TimeSpan Delay(int failures) => TimeSpan.FromSeconds(Delays[Math.Min(failures, Delays.Length) - 1]);

    /// <param name="isStalled">It broke or hung, and no success has come since.</param>
    /// <param name="isMade">Its analyser is there.</param>
    /// <param name="hasPicture">The camera gives pictures.</param>
    public static AnalyzerState State(bool isStalled, bool isMade, bool hasPicture) =>
        isStalled ? AnalyzerState.Stalled
        : !isMade ? AnalyzerState.Loading
        : hasPicture ? AnalyzerState.Running
        : AnalyzerState.Idle;
}

/// <summary>What a lane's next step follows from.</summary>
/// <param name="Call">What its analyser is asked to do now; null while it waits for a frame, or there is none.</param>
/// <param name="CallLasts">For how long.</param>
/// <param name="IsTryDue">Whether there is no analyser and the wait for the next one is over.</param>
/// <param name="Lost">Threads of all lanes that were given up and have not come back.</param>
internal readonly record struct LaneFacts(LaneCall? Call, TimeSpan CallLasts, bool IsTryDue, int Lost);

/// <summary>A call into an analyser.</summary>
internal enum LaneCall
{
    /// <summary>It is being made.</summary>
    Load,

    /// <summary>It looks at a frame.</summary>
    Analyse,
}

/// <summary>What to do about a lane.</summary>
internal enum LaneStep
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Leave the thread behind: its call does not return.</summary>
    GiveUp,

    /// <summary>Make an analyser, on a new thread.</summary>
    Make,
}
