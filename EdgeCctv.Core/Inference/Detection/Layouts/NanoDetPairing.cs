namespace EdgeCctv.Core.Inference.Detection.Layouts;

/// <summary>Which of each grid's two outputs tells classes and which distances.</summary>
/// <param name="Pairs">In the order of the grids.</param>
/// <param name="Classes">Columns of the first.</param>
/// <param name="Distances">Columns of the second, a multiple of four.</param>
internal sealed record NanoDetPairing(IReadOnlyList<(ModelPort Scores, ModelPort Distances)> Pairs, int Classes, int Distances)
{
    // Distances in 0 to 7 cells, as all published models have them.
    private const int UsualDistances = 32;

    /// <param name="pairs">Two outputs a grid, in the model's order.</param>
    /// <returns>Null when the outputs are no such pairs.</returns>
    public static NanoDetPairing? Of(IReadOnlyList<ModelPort[]> pairs)
    {
        // Names tell; else the usual number of columns; else the usual order, classes first.
        var first = Try(pairs, distances: 0);
        var second = Try(pairs, distances: 1);
        return (first, second) switch
        {
            (null, _) or (_, null) => first ?? second,
            _ when NamesDistances(pairs[0][0]) && !NamesDistances(pairs[0][1]) => first,
            _ when NamesDistances(pairs[0][1]) => second,
            _ when first.Distances == UsualDistances && second.Distances != UsualDistances => first,
            _ => second,
        };
    }

    private static bool NamesDistances(ModelPort port) => port.IsNamed("dis") || port.IsNamed("box") || port.IsNamed("reg");

    private static NanoDetPairing? Try(IReadOnlyList<ModelPort[]> pairs, int distances)
    {
        var chosen = pairs.Select(pair => (Scores: pair[1 - distances], Distances: pair[distances])).ToArray();
        var (classes, columns) = (Columns(chosen[0].Scores), Columns(chosen[0].Distances));
        var isOne = columns >= 8 && columns % 4 == 0
            && chosen.All(pair => Columns(pair.Scores) == classes && Columns(pair.Distances) == columns);
        return isOne ? new NanoDetPairing(chosen, classes, columns) : null;
    }

    private static int Columns(ModelPort port)
    {
        port.IsTable(out _, out var columns);
        return columns;
    }
}
