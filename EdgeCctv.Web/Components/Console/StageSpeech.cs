using EdgeCctv.Web.Texts;

namespace EdgeCctv.Web.Components.Console;

/// <summary>
/// Everything that the script of a stage says to people by itself, in the language of the reader for whom this is made. The script has it
/// from its beginning: it judges the picture also when the server can no longer say anything. {0} and so on are filled in there.
/// </summary>
internal sealed record StageSpeech
{
    public string Live { get; } = StageTexts.Live;

    public string NotLive { get; } = StageTexts.NotLive;

    public string Every { get; } = StageTexts.Every;

    public string SameFor { get; } = StageTexts.SameFor;

    public string LastAgo { get; } = StageTexts.LastAgo;

    public string LastAgeUnknown { get; } = StageTexts.LastAgeUnknown;

    public string Unknown { get; } = StageTexts.Unknown;

    public string AttemptIn { get; } = StageTexts.AttemptIn;

    public string AttemptUnderWay { get; } = StageTexts.AttemptUnderWay;

    /// <summary>The browser's way back to the server, which attempt it is.</summary>
    public string Reconnecting { get; } = StageTexts.ReconnectingAttempt;

    public string Milliseconds { get; } = StageTexts.Milliseconds;

    public string Seconds { get; } = UnitTexts.Seconds;

    public string MinutesSeconds { get; } = StageTexts.MinutesSeconds;

    public string HoursMinutes { get; } = StageTexts.HoursMinutes;

    /// <summary>What the veil says, by the words of js/live/verdict.js; whatever the server tells brings its own.</summary>
    public IReadOnlyDictionary<string, StageVerdict> Verdicts { get; } = new Dictionary<string, StageVerdict>
    {
        ["connecting"] = new(StageTexts.Connecting, ""),
        ["connection-lost"] = new(StageTexts.Lost, StageTexts.LostDetail),
        ["screen-suspended"] = new(StageTexts.Suspended, StageTexts.SuspendedDetail),
        ["server-silent"] = new(StageTexts.ServerSilent, StageTexts.ServerSilentDetail),
        ["screen-cannot-keep-up"] = new(StageTexts.CannotKeepUp, StageTexts.CannotKeepUpDetail),
        ["camera-late"] = new(StageTexts.CameraLate, StageTexts.CameraLateDetail),
        ["picture-damaged"] = new(StageTexts.Damaged, StageTexts.DamagedDetail),
        ["camera-silent"] = new(StageTexts.CameraSilent, StageTexts.CameraSilentDetail),
    };
}

/// <inheritdoc cref="VeilCause"/>
internal sealed record StageVerdict(string Headline, string Detail);
