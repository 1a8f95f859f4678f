namespace EdgeCctv.Web.Live;

/// <summary>What this circuit's screen has painted. Scoped: one per circuit, used on its dispatcher only.</summary>
public sealed class Screen
{
    /// <summary>Frames that the screen acknowledged as painted.</summary>
    public long Painted { get; set; }

    /// <summary>Frames that were captured while the screen was busy with an earlier one.</summary>
    public long Skipped { get; set; }
}
