using System.Globalization;
using EdgeCctv.Core.Inference.Onnx;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>Where a scene model comes from, as the metadata of its file; keys begin with <see cref="Prefix"/>.</summary>
internal static class SceneModelMetadata
{
    public const string Prefix = "edgecctv.";
    public const string Kind = "scene";

    /// <summary>Raised when a program of before could not read the file any more.</summary>
    public const int Format = 1;

    private const string KindKey = Prefix + "kind";
    private const string FormatKey = Prefix + "format";
    private const string NameKey = Prefix + "name";
    private const string CameraKey = Prefix + "camera";
    private const string WidthKey = Prefix + "width";
    private const string HeightKey = Prefix + "height";
    private const string FramesPerSecondKey = Prefix + "frames_per_second";
    private const string LearntAtKey = Prefix + "learnt_at";
    private const string FramesKey = Prefix + "frames";
    private const string DurationKey = Prefix + "duration";
    private const string ThresholdKey = Prefix + "threshold";
    private const string PlaceThresholdKey = Prefix + "place_threshold";

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static void Write(OnnxGraphBuilder graph, SceneModel model)
    {
        var info = model.Info;
        graph.Metadata(KindKey, Kind)
            .Metadata(FormatKey, Format.ToString(Invariant))
            .Metadata(NameKey, info.Name)
            .Metadata(CameraKey, info.Camera)
            .Metadata(WidthKey, model.Geometry.Width.ToString(Invariant))
            .Metadata(HeightKey, model.Geometry.Height.ToString(Invariant))
            .Metadata(FramesPerSecondKey, info.FramesPerSecond.ToString("R", Invariant))
            .Metadata(LearntAtKey, info.LearntAt.ToString("O", Invariant))
            .Metadata(FramesKey, info.Frames.ToString(Invariant))
            .Metadata(DurationKey, info.Duration.ToString("c", Invariant))
            .Metadata(ThresholdKey, info.Threshold.ToString("R", Invariant));
        if (info.PlaceThreshold is { } place)
        {
            graph.Metadata(PlaceThresholdKey, place.ToString("R", Invariant));
        }
    }

    /// <exception cref="FormatException">An entry is missing or not what it should be; the message says which, as the rest of a sentence that begins with the file.</exception>
    public static (SceneGeometry Geometry, SceneModelInfo Info) Read(IReadOnlyDictionary<string, string> entries)
    {
        RequireKind(entries);
        var geometry = new SceneGeometry(Number<int>(entries, WidthKey), Number<int>(entries, HeightKey));
        var info = new SceneModelInfo(
            Text(entries, NameKey),
            Text(entries, CameraKey),
            Number<double>(entries, FramesPerSecondKey),
            DateTimeOffset.TryParseExact(Text(entries, LearntAtKey), "O", Invariant, DateTimeStyles.None, out var at) ? at : throw Bad(entries, LearntAtKey),
            Number<int>(entries, FramesKey),
            TimeSpan.TryParseExact(Text(entries, DurationKey), "c", Invariant, out var duration) ? duration : throw Bad(entries, DurationKey),
            Number<float>(entries, ThresholdKey),
            entries.ContainsKey(PlaceThresholdKey) ? Number<float>(entries, PlaceThresholdKey) : null);
        return (geometry, info);
    }

    private static void RequireKind(IReadOnlyDictionary<string, string> entries)
    {
        if (!entries.TryGetValue(KindKey, out var kind) || kind != Kind)
        {
            throw new FormatException("is an ONNX model, but not a scene model of this program");
        }

        var format = Number<int>(entries, FormatKey);
        if (format != Format)
        {
            throw new FormatException(string.Create(
                Invariant, $"has format {format}, this program reads format {Format}; use the program that wrote it, or learn the scene again"));
        }
    }

    private static T Number<T>(IReadOnlyDictionary<string, string> entries, string key) where T : struct, IParsable<T> =>
        T.TryParse(Text(entries, key), Invariant, out var number) ? number : throw Bad(entries, key);

    private static string Text(IReadOnlyDictionary<string, string> entries, string key) =>
        entries.TryGetValue(key, out var text) ? text : throw new FormatException($"lacks the entry '{key}'");

    private static FormatException Bad(IReadOnlyDictionary<string, string> entries, string key) =>
        new($"has '{Short(entries[key])}' as its entry '{key}'");

    private static string Short(string text) => text.Length > 50 ? string.Concat(text.AsSpan(0, 50), "…") : text;
}
