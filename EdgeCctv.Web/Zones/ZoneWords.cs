using EdgeCctv.Core.Inference.Zones;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Texts;

namespace EdgeCctv.Web.Zones;

/// <summary>Words for zones.</summary>
internal static class ZoneWords
{
    /// <summary>For machines.</summary>
    public static string Word(this ZoneKind kind) => kind switch
    {
        ZoneKind.Include => "include",
        ZoneKind.Ignore => "ignore",
        ZoneKind.Name => "name",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No word for this kind of zone."),
    };

    /// <summary>For people.</summary>
    public static string Title(this ZoneKind kind) => kind switch
    {
        ZoneKind.Include => ZoneTexts.KindInclude,
        ZoneKind.Ignore => ZoneTexts.KindIgnore,
        ZoneKind.Name => ZoneTexts.KindName,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No title for this kind of zone."),
    };

    /// <summary>What it does, a sentence.</summary>
    public static string Effect(this ZoneKind kind) => kind switch
    {
        ZoneKind.Include => ZoneTexts.EffectInclude,
        ZoneKind.Ignore => ZoneTexts.EffectIgnore,
        ZoneKind.Name => ZoneTexts.EffectName,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No effect of this kind of zone."),
    };

    /// <summary>What stands on the button that takes a change back: <c>Undo: deleted "Gate"</c>.</summary>
    public static string UndoTitle(this ZoneChange change) => Told.With(
        change.Verb switch
        {
            ZoneVerb.Drew => ZoneTexts.UndoDrew,
            ZoneVerb.Moved => ZoneTexts.UndoMoved,
            ZoneVerb.Renamed => ZoneTexts.UndoRenamed,
            ZoneVerb.Changed => ZoneTexts.UndoChanged,
            ZoneVerb.Deleted => ZoneTexts.UndoDeleted,
            _ => throw new ArgumentOutOfRangeException(nameof(change), change.Verb, "No words for undoing this."),
        },
        change.Zone.Name);

    /// <summary>That it was done, a sentence.</summary>
    public static string Done(this ZoneChange change) => change.Verb switch
    {
        ZoneVerb.Drew => Told.With(ZoneTexts.ToastDrew, change.Zone.Name),
        ZoneVerb.Moved => Told.With(ZoneTexts.ToastMoved, change.Zone.Name),
        ZoneVerb.Renamed => Told.With(ZoneTexts.ToastRenamed, change.Zone.Name, change.After.Name),
        ZoneVerb.Changed => Told.With(ZoneTexts.ToastChanged, change.Zone.Name, change.After.Kind.Title()),
        ZoneVerb.Deleted => Told.With(ZoneTexts.ToastDeleted, change.Zone.Name),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change.Verb, "No words for this change."),
    };
}
