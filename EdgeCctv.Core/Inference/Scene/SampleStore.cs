namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// What moved in the learnt video, in bounded memory: when it is full, every second block of frames is dropped, and from then on
/// every second one is not taken, and so on; so what is kept is spread over all that was seen. One thread adds, another may take a
/// snapshot.
/// </summary>
internal sealed class SampleStore(SceneGeometry geometry, long mostBytes)
{
    /// <summary>The bound: about ten thousand frames of a busy street, or days of a quiet yard.</summary>
    public const long MostBytes = 64L << 20;

    private readonly Lock _gate = new();
    private List<(long Number, SampleBlock Block)> _blocks = [];
    private SampleBlock? _open;
    private bool _isCut = true;
    private long _number;
    private long _bytes;
    private long _step = 1;

    /// <summary>What was kept, the oldest first. The frames that are being added now are not in it.</summary>
    public IReadOnlyList<KeptBlock> Snapshot()
    {
        lock (_gate)
        {
            return [.. _blocks.Select((entry, i) => new KeptBlock(entry.Block, entry.Block.FollowsBlock && i > 0 && _blocks[i - 1].Number == entry.Number - 1))];
        }
    }

    /// <inheritdoc cref="SampleBlock.Add"/>
    public void Add(CellMaps maps, ReadOnlySpan<float> presence = default)
    {
        _open ??= new SampleBlock(geometry, followsBlock: !_isCut);
        _isCut = false;
        _open.Add(maps, presence);
        if (_open.Frames == SampleBlock.Capacity)
        {
            Close();
        }
    }

    /// <summary>The next frame does not follow the last one.</summary>
    public void Cut()
    {
        Close();
        _isCut = true;
    }

    /// <summary>Ends the block that is being filled, so that a snapshot has all.</summary>
    public void Close()
    {
        if (_open is not { } block)
        {
            return;
        }

        _open = null;
        lock (_gate)
        {
            var number = _number++;
            if (number % _step == 0)
            {
                _blocks.Add((number, block));
                _bytes += block.Bytes;
                Thin();
            }
        }
    }

    private void Thin()
    {
        while (_bytes > mostBytes && _blocks.Count > 1)
        {
            _step *= 2;
            _blocks = [.. _blocks.Where(entry => entry.Number % _step == 0)];
            _bytes = _blocks.Sum(entry => entry.Block.Bytes);
        }
    }
}

/// <summary>A block that was kept.</summary>
/// <param name="Samples">What moved.</param>
/// <param name="Follows">Whether it goes on where the kept block before it ends.</param>
internal readonly record struct KeptBlock(SampleBlock Samples, bool Follows);
