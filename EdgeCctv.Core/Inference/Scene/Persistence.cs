namespace EdgeCctv.Core.Inference.Scene;

/// <summary>Whether something holds in so many of the last frames. A value: copying it copies what it remembers.</summary>
/// <param name="frames">Frames that are looked back on, at most 31.</param>
/// <param name="least">So many of them must hold.</param>
internal struct Persistence(int frames, int least)
{
    // One bit for each of the last frames, the newest lowest.
    private uint _held;

    public readonly bool IsMet => uint.PopCount(_held) >= least;

    public void Add(bool holds) => _held = ((_held << 1) | (holds ? 1u : 0u)) & ((1u << frames) - 1);

    public void Clear() => _held = 0;
}
