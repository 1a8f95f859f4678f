namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>What came of an operator's command. Immutable.</summary>
/// <param name="Kind">What came of it.</param>
/// <param name="Message">One or two sentences for people.</param>
public sealed record SceneReply(SceneReplyKind Kind, string Message)
{
    public bool IsDone => Kind == SceneReplyKind.Done;

    /// <summary>
    /// Takes what was done back, for whoever is named to it; refuses once something else has come in between. Null where there is no way back.
    /// </summary>
    public Func<string, SceneReply>? TakeBack { get; init; }

    internal static SceneReply Done(string message) => new(SceneReplyKind.Done, message);

    internal static SceneReply Refused(string message) => new(SceneReplyKind.Refused, message);

    internal static SceneReply Invalid(string message) => new(SceneReplyKind.Invalid, message);

    internal static SceneReply NotFound(string name) => new(SceneReplyKind.NotFound, $"There is no model '{name}' for this camera.");

    internal static SceneReply BadName() => Invalid($"That is no name for a model; allowed: {SceneModelName.Allowed}.");

    internal static SceneReply NoCamera() => Refused("There is no camera yet: deploy it first.");

    internal static SceneReply Full() => Refused($"There are {SceneModelStore.MostModels} models already: delete one first.");

    internal static SceneReply ChangedSince() => Refused("It was changed again since then, and stays as it is.");

    internal static SceneReply TakenBack(string message) => Done($"Taken back: {message}");

    internal static SceneReply Failed(string message) => new(SceneReplyKind.Failed, message);
}

/// <summary>What came of a command.</summary>
public enum SceneReplyKind
{
    /// <summary>It is so.</summary>
    Done,

    /// <summary>Not as things are now.</summary>
    Refused,

    /// <summary>What was asked for is not allowed.</summary>
    Invalid,

    /// <summary>There is no such model.</summary>
    NotFound,

    /// <summary>The disk refuses.</summary>
    Failed,
}
