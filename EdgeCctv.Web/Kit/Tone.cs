namespace EdgeCctv.Web.Kit;

/// <summary>What a coloured thing means. Each has its own sign as well, since colour is never the only one.</summary>
public enum Tone
{
    Off,
    Good,
    Busy,
    Bad,
}

public static class ToneSigns
{
    public static string Sign(this Tone tone) => tone switch
    {
        Tone.Off => "○",
        Tone.Good => "●",
        Tone.Busy => "◐",
        Tone.Bad => "▲",
        _ => throw new ArgumentOutOfRangeException(nameof(tone), tone, "Unknown tone."),
    };
}
