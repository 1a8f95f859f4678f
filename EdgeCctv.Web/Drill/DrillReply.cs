namespace EdgeCctv.Web.Drill;

/// <summary>What became of a command to the drill.</summary>
public enum DrillReplyKind
{
    /// <summary>As asked, or there was nothing to do.</summary>
    Done,

    /// <summary>Not now: the message says why.</summary>
    Refused,

    /// <summary>The configuration does not allow drills.</summary>
    SwitchedOff,
}

/// <param name="Kind">What became of it.</param>
/// <param name="Message">One sentence for people.</param>
public sealed record DrillReply(DrillReplyKind Kind, string Message);
