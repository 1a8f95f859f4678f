namespace EdgeCctv.Core.Inference.Scene;

/// <summary>What moved in some frames that follow each other. Filled by one thread, then read by any.</summary>
internal sealed class SampleBlock(SceneGeometry geometry, bool followsBlock)
{
    /// <summary>Frames in a full block.</summary>
    public const int Capacity = 64;

    // Less movement than this in a cell is noise; the cues look at the cells with the most.
    private const float Least = 0.02f;

    // Less is not told from noise.
    private const float LeastPresence = 0.1f;

    private readonly SparseCells _presence = new(1, geometry.Small.Columns * geometry.Small.Rows);

    /// <summary>The small cells.</summary>
    public SparseCells Small { get; } = new(CellMaps.SmallChannels, geometry.Small.Columns * geometry.Small.Rows);

    /// <summary>The large cells that are active.</summary>
    public SparseCells Large { get; } = new(CellMaps.LargeChannels, geometry.Large.Columns * geometry.Large.Rows);

    /// <summary>Whether its first frame comes right after the last one of the block that was filled before.</summary>
    public bool FollowsBlock { get; } = followsBlock;

    public int Frames { get; private set; }

    /// <summary>Frames of which it is known where something was.</summary>
    public int BelievableFrames { get; private set; }

    public long Bytes => Small.Bytes + Large.Bytes + _presence.Bytes;

    /// <param name="maps">What moves.</param>
    /// <param name="presence">Where something is, per small cell; empty where that is not known.</param>
    public void Add(CellMaps maps, ReadOnlySpan<float> presence = default)
    {
        Small.Add(maps.Small, Least);
        Large.Add(maps.Large, SceneMaps.Active);
        Frames++;
        if (presence.IsEmpty)
        {
            _presence.AddNone();
            return;
        }

        _presence.Add(presence, LeastPresence);
        BelievableFrames++;
    }

    /// <summary>Adds to each small cell how much was there, over all frames.</summary>
    public void AddPresence(Span<float> sums)
    {
        for (var frame = 0; frame < Frames; frame++)
        {
            var cells = _presence.Cells(frame);
            var values = _presence.Values(frame);
            for (var i = 0; i < cells.Length; i++)
            {
                sums[cells[i]] += (float)values[i];
            }
        }
    }

    /// <summary>Where something was in that frame, per small cell.</summary>
    public void ExpandPresence(int frame, Span<float> presence) => _presence.Expand(frame, presence);

    /// <summary>Adds one to the counts of the small cells that are active in that frame.</summary>
    public void CountActive(int frame, int[] counts)
    {
        var cells = Small.Cells(frame);
        var values = Small.Values(frame);
        for (var i = 0; i < cells.Length; i++)
        {
            counts[cells[i]] += IsActive(values[i * CellMaps.SmallChannels]) ? 1 : 0;
        }
    }

    /// <summary>Whether any small cell is active in that frame that is not <paramref name="restless"/>.</summary>
    public bool HasMovement(int frame, bool[] restless)
    {
        var cells = Small.Cells(frame);
        var values = Small.Values(frame);
        for (var i = 0; i < cells.Length; i++)
        {
            if (!restless[cells[i]] && IsActive(values[i * CellMaps.SmallChannels]))
            {
                return true;
            }
        }

        return false;
    }

    public void Expand(int frame, CellMaps maps)
    {
        Small.Expand(frame, maps.Small);
        Large.Expand(frame, maps.Large);
    }

    private static bool IsActive(Half moved) => (float)moved > SceneMaps.Active;
}
