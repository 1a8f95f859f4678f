using EdgeCctv.Core.Inference.Zones;

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
        ZoneKind.Include => "Include",
        ZoneKind.Ignore => "Ignore",
        ZoneKind.Name => "Name",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No title for this kind of zone."),
    };

    /// <summary>What it does, a sentence.</summary>
    public static string Effect(this ZoneKind kind) => kind switch
    {
        ZoneKind.Include => "Only what happens inside counts; everything outside such zones is silent.",
        ZoneKind.Ignore => "Nothing inside counts: neither unusual motion nor objects.",
        ZoneKind.Name => "Changes nothing; gives a place its name for messages.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No effect of this kind of zone."),
    };
}
