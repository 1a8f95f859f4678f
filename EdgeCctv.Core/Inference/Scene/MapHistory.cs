namespace EdgeCctv.Core.Inference.Scene;

/// <summary>The last maps of one kind and their sum. One thread at a time; allocates nothing per map.</summary>
/// <param name="sum">Kept to be the sum of the maps; all zeros at first.</param>
/// <param name="length">Maps that it goes over.</param>
internal sealed class MapHistory(float[] sum, int length)
{
    private readonly float[][] _ring = [.. Enumerable.Range(0, length).Select(_ => new float[sum.Length])];
    private int _next;

    /// <summary>Maps in the sum.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it goes over as many as it should.</summary>
    public bool IsFull => Count == length;

    /// <summary>Takes up a copy of the next map, in place of the oldest.</summary>
    public void Push(ReadOnlySpan<float> map)
    {
        map.CopyTo(_ring[_next]);
        _next = (_next + 1) % length;
        Count = Math.Min(Count + 1, length);
        // Added up anew each time, the oldest first: a running sum would drift over days.
        Array.Clear(sum);
        for (var i = Count; i > 0; i--)
        {
            Planes.Add(sum, _ring[(_next - i + length) % length]);
        }
    }

    public void Clear()
    {
        (Count, _next) = (0, 0);
        Array.Clear(sum);
    }
}
