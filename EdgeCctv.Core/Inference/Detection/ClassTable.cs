namespace EdgeCctv.Core.Inference.Detection;

/// <summary>What the classes of a model are called, and from which score on they count. Used by one thread.</summary>
internal sealed class ClassTable
{
    // A model names its classes by number; one that names a larger one gives rubbish.
    private const int Most = 100_000;

    private readonly IReadOnlyList<string> _labels;
    private readonly DetectorOptions _options;
    private readonly Dictionary<string, float> _confidenceOf;
    private readonly HashSet<string> _wanted;
    private readonly List<(string Label, float Confidence)> _known = [];

    /// <exception cref="AnalysisException">The options name a class that is not among the labels.</exception>
    public ClassTable(IReadOnlyList<string> labels, DetectorOptions options)
    {
        _labels = labels;
        _options = options;
        _wanted = new HashSet<string>(options.Classes, StringComparer.OrdinalIgnoreCase);
        _confidenceOf = new Dictionary<string, float>(options.ConfidenceOf, StringComparer.OrdinalIgnoreCase);
        Least = _confidenceOf.Values.Append(options.Confidence).Min();
        if (labels.Count > 0 && _wanted.Concat(_confidenceOf.Keys).FirstOrDefault(IsUnknown) is { } unknown)
        {
            throw new AnalysisException($"The detector is asked for '{unknown}', and its label list '{options.LabelFile}' has no such class.");
        }
    }

    /// <summary>No class counts below this score.</summary>
    public float Least { get; }

    public string Label(int number) => Of(number).Label;

    /// <summary>The least score that counts; infinite for a class that nobody wants.</summary>
    public float Confidence(int number) => Of(number).Confidence;

    private static string Unnamed(int number) => $"class {number}";

    private bool IsUnknown(string label) =>
        !_labels.Contains(label, StringComparer.OrdinalIgnoreCase) && !label.StartsWith(Unnamed(0)[..^1], StringComparison.OrdinalIgnoreCase);

    private (string Label, float Confidence) Of(int number)
    {
        if (number is < 0 or > Most)
        {
            throw new AnalysisException($"The detector names class {number}: its output is not what its names and shapes promise.");
        }

        for (var next = _known.Count; next <= number; next++)
        {
            var label = next < _labels.Count && _labels[next].Length > 0 ? _labels[next] : Unnamed(next);
            var isWanted = _wanted.Count == 0 || _wanted.Contains(label);
            _known.Add((label, isWanted ? _confidenceOf.GetValueOrDefault(label, _options.Confidence) : float.PositiveInfinity));
        }

        return _known[number];
    }
}
