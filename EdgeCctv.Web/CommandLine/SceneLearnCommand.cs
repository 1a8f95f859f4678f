using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Scene.Watch;

namespace EdgeCctv.Web.CommandLine;

/// <summary><c>scene learn</c>: what normal looks like, from clips of normal video.</summary>
internal static class SceneLearnCommand
{
    public static readonly Command Command = new(
        "scene learn",
        "Learns from clips of one fixed camera what is normal there, and writes a scene model.",
        [
            new("--source", "SOURCE", Command.SourceMeaning) { IsRequired = true, IsRepeatable = true },
            new("--model", "FILE", "the scene model to write, an .onnx file") { IsRequired = true },
            new("--name", "NAME", "what people call the model, e.g. day; the file's name unless given"),
            new("--fps", "RATE", "frames analysed per second; unless given the clip's own rate, at most 30. Pictures in a folder were taken at this rate, 10 unless given"),
        ],
        Run);

    private static int Run(CommandOptions options, CommandContext context)
    {
        var path = options.One("--model");
        var name = NameOf(options.Maybe("--name"), path);
        var course = new ClipCourse(options.All("--source"), options.Number("--fps", 0.1, 120), context);
        OutputPlace.Require(path, course.Files);
        using var progress = new ProgressBar(context);
        var learner = course.Learn(progress);
        progress.Dispose();
        var reading = progress.Elapsed;
        var seen = learner.Progress;
        context.Say($"Saw {seen.Duration.TotalMinutes:0.0} min, {seen.Frames} frames of {course.Clips} {(course.Clips == 1 ? "clip" : "clips")} at {course.FramesPerSecond:0.###} frames per second, {course.Geometry.Width} × {course.Geometry.Height}; something moves in {seen.MovingFrames} of them.");
        var outcome = learner.Finish(name, course.Description, context.Clock.GetUtcNow());
        context.Cancellation.ThrowIfCancellationRequested();
        if (!outcome.IsModel)
        {
            throw CommandException.BadData($"No model was learnt. {outcome.Refusal}");
        }

        SceneModelFile.Save(outcome.Model, path);
        context.Say($"{seen.Verdict}");
        context.Say($"The model '{outcome.Model.Info.Name}' was written to {path}: threshold {outcome.Model.Threshold:G4}. {LearningForecast.Words(outcome.Model.Info.Duration, outcome.FalseAlarmsPerHour)}");
        context.Say($"{progress.Frames} frames in {reading.TotalSeconds:0.0} s: {progress.Frames / Math.Max(reading.TotalSeconds, 1e-3):0.0} frames per second.");
        return ExitCodes.Success;
    }

    // The console takes the same names; a file's own is no more than a proposal.
    private static string NameOf(string? asked, string path) => asked is null
        ? SceneModelName.Clean(Path.GetFileNameWithoutExtension(path)) ?? LearningControl.DefaultName
        : SceneModelName.Clean(asked) ?? throw CommandException.Usage($"--name is '{asked}'; allowed: {SceneModelName.Allowed}.");
}
