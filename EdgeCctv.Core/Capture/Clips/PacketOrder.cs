namespace EdgeCctv.Core.Capture.Clips;

/// <summary>
/// Tells how many frames a decoder has passed over, by the presentation times of what goes into it: a decoder that leaves a damaged
/// frame out says nothing. Thread-safe.
/// </summary>
internal sealed class PacketOrder
{
    private readonly Lock _gate = new();

    // Bound: as many as a decoder holds back until it can put them in order, some dozens.
    private readonly SortedSet<ulong> _inside = [];

    /// <summary>A packet goes into the decoder.</summary>
    /// <param name="presentation">Its presentation time, in whatever unit those of <see cref="Take"/> are.</param>
    public void Add(ulong presentation)
    {
        lock (_gate)
        {
            _inside.Add(presentation);
        }
    }

    /// <summary>A picture has come out.</summary>
    /// <returns>How many frames before it never will.</returns>
    public int Take(ulong presentation)
    {
        lock (_gate)
        {
            // Some decoders make up times of their own: those tell nothing.
            return _inside.Remove(presentation) ? _inside.RemoveWhere(earlier => earlier < presentation) : 0;
        }
    }

    /// <summary>The stream has ended.</summary>
    /// <returns>How many frames went in last and did not come out.</returns>
    public int TakeRest()
    {
        lock (_gate)
        {
            var rest = _inside.Count;
            _inside.Clear();
            return rest;
        }
    }
}
