using System.Collections.Frozen;

namespace EdgeCctv.Web.Live;

/// <summary>Every word that a stage can say of its picture, as in the page's <c>data-state</c>; see docs/frame-truth.md.</summary>
internal static class StageWords
{
    public const string CannotKeepUp = "screen-cannot-keep-up";

    /// <summary>For what is none of them.</summary>
    public const string Unknown = "unknown";

    public static readonly FrozenSet<string> All = FrozenSet.Create(
        ScreenVerdict.Live,
        "connecting",
        "camera-starting",
        "camera-silent",
        "camera-late",
        "camera-reconnecting",
        "camera-error",
        "picture-frozen",
        "picture-damaged",
        "camera-stopping",
        "camera-off",
        "stopped-by-operator",
        "server-silent",
        "connection-lost",
        CannotKeepUp,
        "screen-suspended");
}
