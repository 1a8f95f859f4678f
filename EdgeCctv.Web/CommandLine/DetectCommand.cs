using EdgeCctv.Core.Capture.Clips;
using EdgeCctv.Core.Inference.Detection;

namespace EdgeCctv.Web.CommandLine;

/// <summary><c>detect</c>: which objects are where in each frame of a clip.</summary>
internal static class DetectCommand
{
    public static readonly Command Command = new(
        "detect",
        "Finds objects in each frame of a clip with a detector in an ONNX file, and writes their boxes as CSV, in pixels of the source.",
        [
            new("--model", "FILE", "the detector (YOLOX, YOLOv8/11, SSD, DETR family, NanoDet, Tiny YOLOv2, FastestDet)") { IsRequired = true },
            new("--labels", "FILE", "its classes, one label a line") { IsRequired = true },
            new("--source", "SOURCE", Command.SourceMeaning) { IsRequired = true },
            new("--out", "FILE", "the CSV file to write: frame,label,score,x,y,width,height") { IsRequired = true },
            new("--confidence", "SHARE", "objects below this score do not count; 0.4 unless given"),
        ],
        Run);

    private static int Run(CommandOptions options, CommandContext context)
    {
        CommandContext.RequireFile(options.One("--model"), "model");
        CommandContext.RequireFile(options.One("--labels"), "label list");
        var detectorOptions = new DetectorOptions(options.One("--model")) { LabelFile = options.One("--labels") };
        if (options.Number("--confidence", 0, 1) is { } confidence)
        {
            detectorOptions = detectorOptions with { Confidence = (float)confidence };
        }

        var clip = ClipPath.Find(options.One("--source"));
        OutputPlace.Require(options.One("--out"), [options.One("--model"), options.One("--labels"), .. clip.Files]);
        using var detector = new Detector(detectorOptions, context.Sessions);
        if (detector.Remark is { } remark)
        {
            context.Note($"{remark}");
        }

        using var file = new WholeFile(options.One("--out"));
        using var reader = context.Clips.OpenColour(clip, detector.PictureSize, context.Cancellation);
        var table = new BoxTable(file.Writer);
        using var progress = new ProgressBar(context);
        foreach (var (number, picture) in ReadAhead.Frames(reader, context.Cancellation))
        {
            foreach (var found in detector.Detect(picture, reader.Facts.Width, reader.Facts.Height))
            {
                table.Add(number, found);
            }

            progress.Step((double)number / reader.Facts.Frames);
        }

        file.Finish();
        progress.Dispose();
        ClipNotes.Tell(clip, reader, context);
        context.Say($"{table.Rows} objects in {reader.Passed} frames ({detector.Layout}) written to {options.One("--out")}.");
        context.Say($"{progress.Frames} frames in {progress.Elapsed.TotalSeconds:0.0} s: {progress.FramesPerSecond:0.0} frames per second.");
        return ExitCodes.Success;
    }
}
