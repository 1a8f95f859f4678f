using System.Numerics;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>The maps of the last pictures, newest wins, and their sum. One thread at a time; allocates nothing per picture.</summary>
internal sealed class SceneHistory
{
    /// <summary>Together with the newest map the mean goes over one more.</summary>
    public const int Length = 6;

    private readonly float[] _sum;
    private readonly float[][] _ring;
    private int _next;

    /// <param name="sum">Kept to be the sum of the maps; all zeros at first.</param>
    public SceneHistory(float[] sum)
    {
        _sum = sum;
        _ring = [.. Enumerable.Range(0, Length).Select(_ => new float[sum.Length])];
    }

    /// <summary>Maps in the sum.</summary>
    public int Count { get; private set; }

    public void Push(ReadOnlySpan<float> map)
    {
        map.CopyTo(_ring[_next]);
        _next = (_next + 1) % Length;
        Count = Math.Min(Count + 1, Length);
        // Added up anew each time, the oldest first: a running sum would drift over days.
        Array.Clear(_sum);
        for (var i = Count; i > 0; i--)
        {
            Add(_ring[(_next - i + Length) % Length]);
        }
    }

    public void Clear()
    {
        (Count, _next) = (0, 0);
        Array.Clear(_sum);
    }

    private void Add(float[] map)
    {
        var i = 0;
        for (; i <= map.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(_sum, i) + new Vector<float>(map, i)).CopyTo(_sum, i);
        }

        for (; i < map.Length; i++)
        {
            _sum[i] += map[i];
        }
    }
}
