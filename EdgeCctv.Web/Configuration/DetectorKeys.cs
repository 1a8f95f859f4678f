using System.Globalization;
using EdgeCctv.Core.Inference.Detection;

namespace EdgeCctv.Web.Configuration;

/// <summary>The keys <c>Analysis:Detector:*</c>.</summary>
internal static class DetectorKeys
{
    private const string Prefix = "Analysis:Detector:";
    private const string File = "the path of a file that is there, or nothing";
    private const string Channels = "one number, or three with commas between them, or nothing for what the layout usually wants";

    private static readonly DetectorOptions Default = new("");

    /// <returns>Null where no detector is wanted.</returns>
    public static DetectorOptions? Read(SettingsReader reader)
    {
        var options = new DetectorOptions(ExistingFile(reader, "Model", "ONNX file of an object detector; nothing for none."))
        {
            LabelFile = ExistingFile(reader, "Labels", "Names of the model's classes, one a line; without it they are \"class 0\", \"class 1\" and so on.") is { Length: > 0 } labels ? labels : null,
            Confidence = (float)reader.Rate(Prefix + "Confidence", Decimal(Default.Confidence), 0.01, 1, "Objects below this score do not count."),
            ConfidenceOf = ConfidenceOf(reader),
            Classes = reader.List(Prefix + "Classes", IsText, "labels", "Only these count; empty for all."),
            Overlap = (float)reader.Rate(Prefix + "Overlap", Decimal(Default.Overlap), 0, 1, "Of two boxes of one class that overlap more (intersection over union), only the surer one counts; for layouts that offer several boxes for one object."),
            MostObjects = reader.Number(Prefix + "MostObjects", Default.MostObjects, 1, 1000, "The most objects in one picture, the surest."),
            PicturesPerSecond = reader.Rate(Prefix + "PicturesPerSecond", Default.PicturesPerSecond, 0.1, 30, "The most pictures that the detector looks at in a second."),
            Threads = reader.Number(Prefix + "Threads", Default.Threads, 0, 16, "Threads that it may use; 0 for as many as leave capture and screens their share."),
            Layout = reader.Choice(Prefix + "Layout", Default.Layout, "How the model is built; `auto` tells it by the names and shapes of its inputs and outputs."),
            InputSize = InputSize(reader),
            Colours = reader.Choice(Prefix + "Colours", Default.Colours, "The order of the channels that the model wants; `auto` for the one usual for its layout."),
            Fit = reader.Choice(Prefix + "Fit", Default.Fit, "How a picture is brought to the shape of the model's input: stretched, or with its proportions kept, at the top left or centred; `auto` as usual for the layout."),
            Mean = Three(reader, "Mean", number => true, "Taken from the values 0 to 255 of a picture, for all channels or for each in the model's order."),
            Deviation = Three(reader, "Deviation", number => number > 0, "What is left is divided by this, above 0."),
        };
        return options.ModelFile.Length > 0 ? options : null;
    }

    private static string ExistingFile(SettingsReader reader, string key, string meaning)
    {
        var path = reader.Text(Prefix + key, "", File, meaning).Trim();
        return path.Length == 0 || System.IO.File.Exists(path) ? path : reader.Reject(Prefix + key, path, File, "");
    }

    private static Dictionary<string, float> ConfidenceOf(SettingsReader reader)
    {
        var items = reader.List(
            Prefix + "ConfidenceOf", item => Pair(item) is not null, "label=score, such as person=0.5", "Other scores than Confidence for single classes.");
        var scores = new Dictionary<string, float>(StringComparer.OrdinalIgnoreCase);
        foreach (var (label, score) in items.Select(Pair).OfType<(string, float)>())
        {
            scores[label] = score;
        }

        return scores;
    }

    // person=0.5
    private static (string Label, float Score)? Pair(string item) =>
        item.LastIndexOf('=') is > 0 and var at && IsText(item[..at]) && Number(item[(at + 1)..]) is >= 0.01f and <= 1 and { } score
            ? (item[..at].Trim(), score)
            : null;

    // 640x384
    private static (int Width, int Height)? InputSize(SettingsReader reader)
    {
        const string Allowed = "width x height from 32 to 4096, such as 640x384, or nothing";
        var text = reader.Text(Prefix + "InputSize", "", Allowed, "Size of the model's input in pixels, for models that leave it open; nothing for the model's own, or else 640x640.").Trim();
        if (text.Length == 0)
        {
            return null;
        }

        return text.Split('x', 'X') is [var width, var height] && Side(width) is { } across && Side(height) is { } down
            ? (across, down)
            : reader.Reject<(int, int)?>(Prefix + "InputSize", text, Allowed, null);
    }

    private static int? Side(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var side) && side is >= 32 and <= 4096 ? side : null;

    // 127 or 103.53,116.28,123.675
    private static float[] Three(SettingsReader reader, string key, Predicate<float> isAllowed, string meaning)
    {
        var text = reader.Text(Prefix + key, "", Channels, meaning).Trim();
        if (text.Length == 0)
        {
            return [];
        }

        var numbers = text.Split(',').Select(Number).ToArray();
        return numbers.Length is 1 or 3 && numbers.All(number => number is { } one && isAllowed(one))
            ? [.. Enumerable.Range(0, 3).Select(channel => numbers[channel % numbers.Length]!.Value)]
            : reader.Reject<float[]>(Prefix + key, text, Channels, []);
    }

    private static float? Number(string text) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && float.IsFinite(number) ? number : null;

    private static bool IsText(string text) => !string.IsNullOrWhiteSpace(text);

    // 0.4 rather than 0.4000000059604645.
    private static double Decimal(float value) => (double)(decimal)value;
}
