using EdgeCctv.Core.Inference.Onnx;
using static EdgeCctv.Core.Inference.Onnx.OnnxAttribute;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// The whole analysis of one frame as an ONNX graph: two pictures and the sums of the maps before them in, score, cues and maps out.
/// docs/scene-learning.md says what is computed and why.
/// </summary>
internal sealed class SceneGraph
{
    public const string Previous = "previous";
    public const string Current = "current";
    public const string HistorySmall = "history_small";
    public const string HistoryLarge = "history_large";
    public const string HistoryCount = "history_count";
    public const string Background = "background";
    public const string UsualRest = "usual_rest";
    public const string BackgroundPace = "background_pace";
    public const string MaskSmall = "mask_small";
    public const string MaskLarge = "mask_large";
    public const string Score = "score";
    public const string Cues = "cues";
    public const string MotionShare = "motion_share";
    public const string Fast = "fast";
    public const string Wide = "wide";
    public const string Odd = "odd";
    public const string Heat = "heat";
    public const string PooledSmall = "pooled_small";
    public const string PooledLarge = "pooled_large";

    public const string Place = "place";
    public const string PlaceCells = "place_cells";
    public const string PresentShare = "present_share";
    public const string NextBackground = "next_background";
    public const string NextUsualRest = "next_usual_rest";

    /// <summary>A cue is the mean of so many cells, the largest ones.</summary>
    public const int CellsOfACue = 4;

    private readonly OnnxGraphBuilder _graph = new("scene");
    private readonly SceneGeometry _geometry;

    private SceneGraph(SceneModel model)
    {
        _geometry = model.Geometry;
        Declare();
        foreach (var (name, shape, values) in SceneParameters.Of(model))
        {
            _graph.Initializer<float>(name, shape, values);
        }

        GraphPicture current = new(_graph, Current, _geometry.Width, _geometry.Height);
        var (share, small, large) = new GraphCells(_graph, _geometry, new(_graph, Previous, _geometry.Width, _geometry.Height), current).Means();
        _graph.Node("Identity", [share], [MotionShare]);
        _graph.Node("Identity", [small], [PooledSmall]);
        _graph.Node("Identity", [large], [PooledLarge]);

        var count = _graph.Plus(HistoryCount, _graph.Constant(1f));
        var smallMean = _graph.Over(_graph.Plus(HistorySmall, small), count);
        var largeMean = _graph.Over(_graph.Plus(HistoryLarge, large), count);
        AddCues(
            UnusualSpeed(smallMean, 1, SceneParameters.Speed, Fast),
            UnusualSpeed(smallMean, 2, SceneParameters.WideSpeed, Wide),
            UnusualShape(largeMean));
        var place = new GraphPlace(_graph, _geometry);
        AddPlace(place.Presence(place.Pattern(current), Background, UsualRest, BackgroundPace, NextBackground, NextUsualRest));
    }

    /// <summary>The graph with the model's parameters as initializers named by <see cref="SceneParameters"/>.</summary>
    /// <exception cref="ArgumentException">A parameter's size does not go with the geometry.</exception>
    public static OnnxGraphBuilder Of(SceneModel model) => new SceneGraph(model)._graph;

    /// <summary>Every input with its shape.</summary>
    public static IEnumerable<(string Name, long[] Shape)> Inputs(SceneGeometry geometry)
    {
        var (small, large) = (geometry.Small, geometry.Large);
        return
        [
            (Previous, [1, 1, geometry.Height, geometry.Width]),
            (Current, [1, 1, geometry.Height, geometry.Width]),
            (HistorySmall, [1, SceneParameters.SmallChannels, small.Rows, small.Columns]),
            (HistoryLarge, [1, SceneParameters.Channels, large.Rows, large.Columns]),
            (HistoryCount, [1]),
            (Background, [1, 1, geometry.Height, geometry.Width]),
            (UsualRest, [1, 1, small.Rows, small.Columns]),
            (BackgroundPace, [2]),
            (MaskSmall, [1, 1, small.Rows, small.Columns]),
            (MaskLarge, [1, 1, large.Rows, large.Columns]),
        ];
    }

    /// <summary>Every output with its shape.</summary>
    public static IEnumerable<(string Name, long[] Shape)> Outputs(SceneGeometry geometry)
    {
        var (small, large) = (geometry.Small, geometry.Large);
        return
        [
            (Score, [1]),
            (Cues, [SceneParameters.Cues]),
            (MotionShare, [1]),
            (Fast, [1, 1, small.Rows, small.Columns]),
            (Wide, [1, 1, small.Rows, small.Columns]),
            (Odd, [1, 1, small.Rows, small.Columns]),
            (Heat, [small.Rows, small.Columns]),
            (PooledSmall, [1, SceneParameters.SmallChannels, small.Rows, small.Columns]),
            (PooledLarge, [1, SceneParameters.Channels, large.Rows, large.Columns]),
            (Place, [1]),
            (PlaceCells, [1, 1, small.Rows, small.Columns]),
            (PresentShare, [1]),
            (NextBackground, [1, 1, geometry.Height, geometry.Width]),
            (NextUsualRest, [1, 1, small.Rows, small.Columns]),
        ];
    }

    private void Declare()
    {
        foreach (var (name, shape) in Inputs(_geometry))
        {
            _graph.Input(name, shape);
        }

        foreach (var (name, shape) in Outputs(_geometry))
        {
            _graph.Output(name, shape);
        }
    }

    /// <summary>Speed over the usual one there (m0, m1).</summary>
    private string UnusualSpeed(string mean, int channel, string usual, string output)
    {
        _graph.Node("Mul", [_graph.Over(_graph.Part(mean, 1, channel, channel + 1), usual), MaskSmall], [output]);
        return TopMean(output);
    }

    /// <summary>How far shape and motion together are from all that was learnt (h0).</summary>
    private string UnusualShape(string mean)
    {
        var large = _geometry.Large;
        var perspective = SceneParameters.Perspective;
        var one = _graph.Constant<float>([1, 1, large.Rows, large.Columns], [.. Enumerable.Repeat(1f, large.Rows * large.Columns)]);
        // Speeds in units of the usual one there, its square in units of that squared; the rest has no perspective.
        var units = _graph.Joined(
            1, one, perspective, perspective, perspective, perspective, perspective, _graph.Times(perspective, perspective), one, one, one);
        var roots = _graph.Root(_graph.Positive(_graph.Over(mean, units)));
        var standard = _graph.Shaped(
            _graph.Over(_graph.Minus(roots, SceneParameters.Mean), SceneParameters.Deviation), SceneParameters.Channels, large.Rows * large.Columns);
        var weighed = _graph.Times(standard, _graph.Apply("MatMul", [SceneParameters.Precision, standard]));
        var distance = _graph.Shaped(
            _graph.Root(_graph.Positive(_graph.SumOver(weighed, 0, keep: true))), 1, 1, large.Rows, large.Columns);
        var active = _graph.IsAbove(_graph.Part(mean, 1, 0, 1), SceneMaps.Active);
        var odd = _graph.Times(_graph.Times(distance, active), MaskLarge);
        _graph.Node("Mul", [OnSmallCells(odd), MaskSmall], [Odd]);
        return TopMean(odd);
    }

    // Large cell j lies where small cell j + 1 does; beyond the last of them their neighbours' values go on.
    private string OnSmallCells(string map)
    {
        var (small, large) = (_geometry.Small, _geometry.Large);
        var pads = _graph.Constant(0, 0, 1, 1, 0, 0, small.Rows - large.Rows - 1, small.Columns - large.Columns - 1);
        return _graph.Apply("Pad", [map, pads], Text("mode", "edge"));
    }

    private string TopMean(string map)
    {
        var top = $"{map}_top";
        _graph.Node("TopK", [_graph.Shaped(map, -1), _graph.Constant(CellsOfACue)], [top, $"{top}_at"], Int("axis", 0));
        return _graph.Apply("ReduceMean", [top], Ints("axes", 0), Int("keepdims", 1));
    }

    private void AddCues(string fast, string wide, string odd)
    {
        _graph.Node("Concat", [fast, wide, odd], [Cues], Int("axis", 0));
        var excess = Excess(_graph.Shaped(Cues, 1, SceneParameters.Cues, 1, 1));
        _graph.Node("Reshape", [_graph.SumOver(excess, 1, keep: false), _graph.Constant(1)], [Score]);

        var heat = _graph.SumOver(Excess(_graph.Joined(1, Fast, Wide, Odd)), 1, keep: false);
        _graph.Node("Reshape", [heat, _graph.Constant(_geometry.Small.Rows, _geometry.Small.Columns)], [Heat]);
    }

    private void AddPlace(string presence)
    {
        _graph.Node("ReduceMean", [_graph.IsAbove(presence, SceneBackground.Present)], [PresentShare], Ints("axes", 1, 2, 3), Int("keepdims", 0));
        _graph.Node("Mul", [_graph.Times(presence, SceneParameters.Rare), MaskSmall], [PlaceCells]);
        _graph.Node("Identity", [TopMean(PlaceCells)], [Place]);
    }

    private string Excess(string cues) => _graph.Over(_graph.Minus(cues, SceneParameters.CueMedian), SceneParameters.CueSpread);
}
