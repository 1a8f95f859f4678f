using System.Runtime.InteropServices;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Detection.Layouts;
using EdgeCctv.Core.Inference.Sessions;
using EdgeCctv.Core.Inference.Zones;

namespace EdgeCctv.Core.Inference.Detection;

/// <summary>Finds objects in pictures with the model in a user's ONNX file. Used by one thread but for <see cref="Terminate"/>; disposing frees the model.</summary>
public sealed class Detector : IDisposable
{
    private readonly DetectorOptions _options;
    private readonly DetectorModel _model;
    private readonly DetectorLayout _layout;
    private readonly InputRecipe _recipe;
    private readonly InputTensor _input;
    private readonly ClassTable _classes;
    private readonly Candidates _candidates;
    private readonly List<Candidate> _kept = [];

    /// <summary>Loads the model, recognises its layout and runs it once; may take seconds.</summary>
    /// <exception cref="AnalysisException">The model or the label list cannot be used; the message says why.</exception>
    public Detector(DetectorOptions options, SessionFactory sessions)
    {
        _options = options;
        var labels = LabelFile.Read(options.LabelFile);
        _model = new DetectorModel(options, sessions);
        try
        {
            var inputs = _model.Inputs;
            var shape = new ModelShape(inputs.Width, inputs.Height, inputs.Size is not null, _model.Outputs);
            _layout = LayoutRecognition.Of(shape, options.Layout, _model.Seen);
            _recipe = _layout.Input.With(options);
            _input = new InputTensor(_model.Picture, inputs.Width, _recipe);
            labels = WithoutBackground(labels);
            _classes = new ClassTable(labels, options);
            Remark = labels.Count > 0 && Classes is { } classes && labels.Count != classes
                ? $"The label list '{options.LabelFile}' has {labels.Count} labels, and the model tells {classes} classes apart: are they of one another?"
                : null;
            _candidates = new Candidates(_classes);
        }
        catch
        {
            _model.Dispose();
            throw;
        }
    }

    /// <summary>The family that the model belongs to; never <see cref="DetectorLayoutKind.Auto"/>.</summary>
    public DetectorLayoutKind Layout => _layout.Kind;

    /// <summary>Width and height of the model's input in pixels.</summary>
    public (int Width, int Height) InputSize => (_model.Inputs.Width, _model.Inputs.Height);

    /// <summary>What runs the model.</summary>
    public ExecutionProvider Provider => _model.Provider;

    /// <summary>How many classes the model tells apart; null when its output does not show it.</summary>
    public int? Classes => _layout.Classes;

    /// <summary>What looks wrong with it, though it can be used; null for nothing.</summary>
    public string? Remark { get; }

    /// <summary>The size to which a source's pictures are to be scaled for <see cref="Detect"/>; padding is added there.</summary>
    public (int Width, int Height) PictureSize(int sourceWidth, int sourceHeight)
    {
        var placement = Place(sourceWidth, sourceHeight);
        return (placement.Width, placement.Height);
    }

    /// <summary>Finds the objects in one picture.</summary>
    /// <param name="picture">Of the size that <see cref="PictureSize"/> asks for.</param>
    /// <param name="sourceWidth">Of the picture before it was scaled, in pixels; boxes are in pixels of that.</param>
    /// <param name="sourceHeight">The same for the height.</param>
    /// <param name="zones">What counts where; null for everywhere. An object is where its centre is.</param>
    /// <returns>The surest first.</returns>
    /// <exception cref="AnalysisException">The model breaks, or gives no usable figures.</exception>
    public IReadOnlyList<DetectedObject> Detect(ColourPicture picture, int sourceWidth, int sourceHeight, ZoneSet? zones = null)
    {
        var placement = Place(sourceWidth, sourceHeight);
        if ((picture.Width, picture.Height) != (placement.Width, placement.Height))
        {
            throw new ArgumentException($"The picture is {picture.Width}×{picture.Height}, wanted is {placement.Width}×{placement.Height}.", nameof(picture));
        }

        _input.Fill(picture, placement);
        _candidates.Clear();
        _model.Run();
        _layout.Decode(new ModelOutputs(_model.Values, _model.Outputs), _candidates);
        return Objects(Kept(), placement, sourceWidth, sourceHeight, zones);
    }

    /// <summary>Ends the run that is under way, and refuses later ones; from any thread.</summary>
    public void Terminate() => _model.Terminate();

    public void Dispose() => _model.Dispose();

    private static bool Counts(PixelRect box, int width, int height, ZoneSet? zones) =>
        zones is null
        || ZoneGeometry.Counts(zones.Zones, new ZonePoint((box.X + (box.Width / 2)) / width, (box.Y + (box.Height / 2)) / height));

    private Placement Place(int sourceWidth, int sourceHeight) =>
        Placement.Of(_recipe.Fit, _model.Inputs.Width, _model.Inputs.Height, sourceWidth, sourceHeight);

    // Some label lists name the background, others begin with the first real class: their length tells.
    private IReadOnlyList<string> WithoutBackground(IReadOnlyList<string> labels) =>
        _layout.HasBackground && labels.Count == _layout.Classes + 1 ? [.. labels.Skip(1)] : labels;

    private ReadOnlySpan<Candidate> Kept()
    {
        var sorted = _candidates.Sorted();
        if (!_layout.OffersOverlaps)
        {
            return sorted;
        }

        Suppression.Apply(sorted, _options.Overlap, _kept);
        return CollectionsMarshal.AsSpan(_kept);
    }

    private List<DetectedObject> Objects(ReadOnlySpan<Candidate> kept, Placement placement, int width, int height, ZoneSet? zones)
    {
        var objects = new List<DetectedObject>();
        foreach (ref readonly var candidate in kept)
        {
            if (objects.Count < _options.MostObjects
                && placement.ToSource(candidate, width, height) is { } box
                && Counts(box, width, height, zones))
            {
                objects.Add(new DetectedObject(_classes.Label(candidate.Class), Math.Min(candidate.Score, 1), box));
            }
        }

        return objects;
    }
}
