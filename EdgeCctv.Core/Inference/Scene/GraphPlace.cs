using EdgeCctv.Core.Inference.Onnx;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>The empty scene and what is there that does not belong to it, as nodes of a graph; the same as <see cref="SceneBackground"/>.</summary>
internal sealed class GraphPlace(OnnxGraphBuilder graph, SceneGeometry geometry)
{
    private readonly GraphSmoothing _light = new(
        graph, SceneBackground.LightRadius, SceneBackground.LightSigma, geometry.Width, geometry.Height);

    private readonly GraphPooling _cells = new(graph, SceneGeometry.SmallKernel, geometry.Small.Columns);

    /// <summary>The edges and the texture of a picture, without its light.</summary>
    public string Pattern(GraphPicture picture) => graph.Minus(picture.Plane, _light.Whole(picture));

    /// <summary>Compares the picture with the empty scene and lets that follow it.</summary>
    /// <param name="pattern">Of the newest picture, from <see cref="Pattern"/>.</param>
    /// <param name="background">The pattern of the empty scene.</param>
    /// <param name="usual">What usually remains of each cell's pattern when the background is taken from it.</param>
    /// <param name="pace">Rate and limit of <see cref="BackgroundPace"/>.</param>
    /// <param name="nextBackground">Where to put the background for the next picture.</param>
    /// <param name="nextUsual">Where to put the usual rest for the next picture.</param>
    /// <returns>What is there, per small cell, 0 to 1.</returns>
    public string Presence(string pattern, string background, string usual, string pace, string nextBackground, string nextUsual)
    {
        var (rate, limit) = (graph.Part(pace, 0, 0, 1), graph.Part(pace, 0, 1, 2));
        var change = graph.Minus(pattern, background);
        var rest = Rest(change, background);
        var excess = graph.Minus(rest, graph.Plus(graph.Times(usual, SceneBackground.UsualTimes), graph.Constant(SceneBackground.Noise)));
        Follow(background, change, rate, limit, nextBackground);
        Follow(usual, graph.Minus(rest, usual), rate, graph.Times(limit, 1 / SceneBackground.UsualSteps), nextUsual);
        return graph.Clamped(graph.Times(excess, 1 / SceneBackground.Certain), 0, 1);
    }

    private string Rest(string change, string pattern)
    {
        var means = _cells.Whole(graph.Joined(
            1, change, pattern, graph.Times(change, change), graph.Times(change, pattern), graph.Times(pattern, pattern)));
        string Mean(int index) => graph.Part(means, 1, index, index + 1);
        var changes = graph.Minus(Mean(2), graph.Times(Mean(0), Mean(0)));
        var shared = graph.Minus(Mean(3), graph.Times(Mean(0), Mean(1)));
        var patterns = graph.Minus(Mean(4), graph.Times(Mean(1), Mean(1)));
        var gain = graph.Clamped(
            graph.Over(graph.Plus(patterns, shared), graph.Plus(patterns, graph.Constant(SceneBackground.Damping))),
            SceneBackground.LeastGain,
            SceneBackground.MostGain);
        var off = graph.Minus(graph.Constant(1f), gain);
        var unexplained = graph.Plus(changes, graph.Times(off, graph.Plus(graph.Times(shared, 2), graph.Times(off, patterns))));
        return graph.Root(graph.Positive(unexplained));
    }

    private void Follow(string followed, string change, string rate, string limit, string next)
    {
        var step = graph.Apply("Min", [graph.Apply("Max", [change, graph.Negated(limit)]), limit]);
        graph.Node("Add", [followed, graph.Times(step, rate)], [next]);
    }
}
