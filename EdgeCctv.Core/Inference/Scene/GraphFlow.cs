using EdgeCctv.Core.Inference.Onnx;
using static EdgeCctv.Core.Inference.Onnx.OnnxAttribute;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>Optical flow between two pictures as nodes of a graph. All planes are <c>[1, 1, height, width]</c>.</summary>
internal sealed class GraphFlow(OnnxGraphBuilder graph)
{
    // Where there is no texture the flow goes to zero rather than anywhere.
    private const float Damping = 2;

    // What a finer level may add to what the rougher one found, in pixels.
    private const float MostRest = 2;

    private readonly GraphSmoothing _smoothing = new(graph, radius: 7, sigma: 3);
    private readonly string _damping = graph.Constant(Damping);
    private readonly string _one = graph.Constant(1f);

    /// <summary>Flow of one level (Lucas and Kanade), pixels per frame, right and down positive, each component at most <paramref name="most"/>.</summary>
    public (string U, string V) OneLevel(string a, string b, int width, int height, float most)
    {
        var quarters = graph.Times(graph.Plus(a, b), 0.25f);
        var (ix, iy) = Slopes(quarters);
        var it = graph.Minus(b, a);
        var products = graph.Joined(
            1, graph.Times(ix, ix), graph.Times(iy, iy), graph.Times(ix, iy), graph.Times(ix, it), graph.Times(iy, it));
        return Solved(_smoothing.Apply(products, 5, height, width), most);
    }

    /// <summary>
    /// Flow from rough to fine: the motion in pictures of half the size (which come from half of theirs), then what is left of it.
    /// Each component is at most <paramref name="most"/>.
    /// </summary>
    public (string U, string V) RoughToFine(string a, string b, int width, int height, int halvings, float most)
    {
        if (halvings == 0)
        {
            return OneLevel(a, b, width, height, most);
        }

        var (roughU, roughV) = RoughToFine(Halved(a), Halved(b), width / 2, height / 2, halvings - 1, most / 2);
        var (u, v) = (Doubled(roughU, width, height), Doubled(roughV, width, height));
        var (restU, restV) = OneLevel(a, Warped(b, u, v, width, height), width, height, MostRest);
        return (graph.Clamped(graph.Plus(u, restU), -most, most), graph.Clamped(graph.Plus(v, restV), -most, most));
    }

    /// <summary>The picture with one more row and column on every side, mirrored without repeating the edge.</summary>
    public string Bordered(string plane) =>
        graph.Apply("Pad", [plane, graph.Constant(0, 0, 1, 1, 0, 0, 1, 1)], Text("mode", "reflect"));

    // Of quarters, because the pictures' mean is half their sum and a slope is half the difference of the neighbours.
    private (string Right, string Down) Slopes(string quarters)
    {
        var bordered = Bordered(quarters);
        var rows = graph.Part(bordered, 2, 1, -1);
        var columns = graph.Part(bordered, 3, 1, -1);
        return (
            graph.Minus(graph.Part(rows, 3, 2, long.MaxValue), graph.Part(rows, 3, 0, -2)),
            graph.Minus(graph.Part(columns, 2, 2, long.MaxValue), graph.Part(columns, 2, 0, -2)));
    }

    private (string U, string V) Solved(string sums, float most)
    {
        string Sum(int index) => graph.Part(sums, 1, index, index + 1);
        var (a, b) = (graph.Plus(Sum(0), _damping), graph.Plus(Sum(1), _damping));
        var (c, x, y) = (Sum(2), Sum(3), Sum(4));
        var determinant = graph.Apply("Max", [graph.Minus(graph.Times(a, b), graph.Times(c, c)), _one]);
        var u = graph.Over(graph.Minus(graph.Times(c, y), graph.Times(b, x)), determinant);
        var v = graph.Over(graph.Minus(graph.Times(c, x), graph.Times(a, y)), determinant);
        return (graph.Clamped(u, -most, most), graph.Clamped(v, -most, most));
    }

    private string Halved(string plane) => graph.Apply("AveragePool", [plane], Ints("kernel_shape", 2, 2), Ints("strides", 2, 2));

    // Twice as many pixels, and twice as far in each of them; a last odd column or row repeats the one before it.
    private string Doubled(string flow, int width, int height)
    {
        var doubled = graph.Apply(
            "Resize", [flow, "", graph.Constant<float>([4], [1, 1, 2, 2])], Text("mode", "linear"), Text("coordinate_transformation_mode", "half_pixel"));
        var whole = width % 2 == 0 && height % 2 == 0
            ? doubled
            : graph.Apply("Pad", [doubled, graph.Constant(0, 0, 0, 0, 0, 0, height % 2, width % 2)], Text("mode", "edge"));
        return graph.Times(whole, 2);
    }

    /// <summary>
    /// The picture, looked up where the flow says that each pixel went, bilinear; beyond its borders their pixels go on.
    /// The same as GridSample, by four look-ups: several times as fast on the processor.
    /// </summary>
    private string Warped(string picture, string u, string v, int width, int height)
    {
        var (column, fromLeft) = Place(u, [1, 1, 1, width], width);
        var (row, fromTop) = Place(v, [1, 1, height, 1], height);
        var index = graph.Apply("Cast", [graph.Plus(graph.Times(row, width), column)], Int("to", (long)OnnxType.Int32));
        var places = graph.Shaped(index, -1);
        var pixels = graph.Shaped(picture, -1);
        string Look(int offset) => graph.Shaped(
            graph.Apply("GatherElements", [offset == 0 ? pixels : graph.Part(pixels, 0, offset, long.MaxValue), places], Int("axis", 0)), 1, 1, height, width);
        string Between(string from, string to, string share) => graph.Plus(from, graph.Times(share, graph.Minus(to, from)));
        return Between(
            Between(Look(0), Look(1), fromLeft), Between(Look(width), Look(width + 1), fromLeft), fromTop);
    }

    // The pixel before the place and the distance from it; at the far border the last pixel but one.
    private (string Pixel, string Distance) Place(string flow, ReadOnlySpan<long> shape, int length)
    {
        var own = graph.Constant<float>(shape, [.. Enumerable.Range(0, length).Select(index => (float)index)]);
        var place = graph.Clamped(graph.Plus(flow, own), 0, length - 1);
        var pixel = graph.Apply("Min", [graph.Apply("Floor", [place]), graph.Constant((float)(length - 2))]);
        return (pixel, graph.Minus(place, pixel));
    }
}
