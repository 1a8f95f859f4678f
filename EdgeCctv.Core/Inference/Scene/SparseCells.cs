using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>The cells with movement of some frames, each with its channels in half precision. Filled by one thread, then read by any.</summary>
/// <param name="channels">How many channels a cell has.</param>
/// <param name="cells">Cells of a whole map.</param>
internal sealed class SparseCells(int channels, int cells)
{
    private readonly List<ushort> _cells = [];
    private readonly List<Half> _values = [];
    private readonly List<int> _ends = [];

    public long Bytes => ((long)_cells.Count * (2 + (2 * channels))) + (4L * _ends.Count);

    /// <summary>Takes those cells of a map of which more than <paramref name="least"/> moved (its first channel).</summary>
    public void Add(ReadOnlySpan<float> map, float least)
    {
        for (var cell = 0; cell < cells; cell++)
        {
            if (map[cell] > least)
            {
                _cells.Add((ushort)cell);
                for (var channel = 0; channel < channels; channel++)
                {
                    _values.Add((Half)map[(channel * cells) + cell]);
                }
            }
        }

        _ends.Add(_cells.Count);
    }

    /// <summary>Takes no cell of a frame.</summary>
    public void AddNone() => _ends.Add(_cells.Count);

    /// <summary>Numbers of the frame's cells, ascending.</summary>
    public ReadOnlySpan<ushort> Cells(int frame) => CollectionsMarshal.AsSpan(_cells)[Range(frame)];

    /// <summary>Their channels, cell by cell.</summary>
    public ReadOnlySpan<Half> Values(int frame)
    {
        var range = Range(frame);
        return CollectionsMarshal.AsSpan(_values)[(range.Start.Value * channels)..(range.End.Value * channels)];
    }

    /// <summary>Makes the whole map of it again; zero where nothing was kept.</summary>
    public void Expand(int frame, Span<float> map)
    {
        map.Clear();
        var numbers = Cells(frame);
        var values = Values(frame);
        for (var i = 0; i < numbers.Length; i++)
        {
            for (var channel = 0; channel < channels; channel++)
            {
                map[(channel * cells) + numbers[i]] = (float)values[(i * channels) + channel];
            }
        }
    }

    private Range Range(int frame) => (frame == 0 ? 0 : _ends[frame - 1]).._ends[frame];
}
