using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Inference.Detection;

/// <summary>A model's input, filled anew for every picture in the same memory. Used by one thread.</summary>
internal sealed class InputTensor
{
    private readonly float[] _data;
    private readonly int _width;
    private readonly byte _padding;
    private readonly bool _reversed;

    // What each of the 256 values becomes, a table for each plane: subtracting and dividing for every pixel would cost more.
    private readonly float[][] _values;
    private Placement? _placement;

    /// <param name="data">The memory: three planes, top row first.</param>
    /// <param name="width">Of the input in pixels; its height follows.</param>
    /// <param name="recipe">How pictures are prepared.</param>
    public InputTensor(float[] data, int width, InputRecipe recipe)
    {
        _data = data;
        _width = width;
        _padding = recipe.Padding;
        _reversed = recipe.Colours == ColourOrder.Bgr;
        _values = [.. Enumerable.Range(0, 3).Select(plane => Table(recipe.Mean[plane], recipe.Deviation[plane]))];
    }

    /// <summary>Puts a picture of exactly the placement's size in its place, and the padding around it.</summary>
    public void Fill(ColourPicture picture, Placement placement)
    {
        if (_placement != placement)
        {
            Pad();
            _placement = placement;
        }

        var size = _data.Length / 3;
        for (var y = 0; y < placement.Height; y++)
        {
            var row = picture.Pixels.AsSpan(3 * y * placement.Width, 3 * placement.Width);
            var start = ((placement.Top + y) * _width) + placement.Left;
            for (var plane = 0; plane < 3; plane++)
            {
                Spread(row[(_reversed ? 2 - plane : plane)..], _data.AsSpan((plane * size) + start, placement.Width), _values[plane]);
            }
        }
    }

    private static float[] Table(float mean, float deviation) => [.. Enumerable.Range(0, 256).Select(value => (value - mean) / deviation)];

    private static void Spread(ReadOnlySpan<byte> channel, Span<float> plane, ReadOnlySpan<float> values)
    {
        for (var x = 0; x < plane.Length; x++)
        {
            plane[x] = values[channel[3 * x]];
        }
    }

    private void Pad()
    {
        var size = _data.Length / 3;
        for (var plane = 0; plane < 3; plane++)
        {
            _data.AsSpan(plane * size, size).Fill(_values[plane][_padding]);
        }
    }
}
