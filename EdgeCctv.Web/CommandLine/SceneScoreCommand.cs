using EdgeCctv.Core.Capture.Clips;
using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Web.CommandLine;

/// <summary><c>scene score</c>: how unusual each frame of a clip is.</summary>
internal static class SceneScoreCommand
{
    public static readonly Command Command = new(
        "scene score",
        "Compares each frame of a clip with a scene model, and writes how unusual it is as CSV.",
        [
            new("--model", "FILE", "the scene model, from 'scene learn' or exported from the console") { IsRequired = true },
            new("--source", "SOURCE", Command.SourceMeaning) { IsRequired = true },
            new("--out", "FILE", "the CSV file to write: frame,score,anomaly") { IsRequired = true },
        ],
        Run);

    private static int Run(CommandOptions options, CommandContext context)
    {
        CommandContext.RequireFile(options.One("--model"), "model");
        var clip = ClipPath.Find(options.One("--source"));
        OutputPlace.Require(options.One("--out"), [options.One("--model"), .. clip.Files]);
        var model = SceneModelFile.Load(options.One("--model"));
        using var reader = context.Clips.OpenGrey(clip, (width, height) => SceneFit.Size(model.Geometry, width, height), context.Cancellation);
        var pace = SceneFit.Pace(clip, reader.Facts, model.Info.FramesPerSecond);
        using var file = new WholeFile(options.One("--out"));
        var scores = new ClipScores(new PairScorer(model), pace, new ScoreTable(file.Writer));
        using var progress = new ProgressBar(context);
        foreach (var (number, pair) in ClipPairs.Of(reader, pace, model.Geometry, context.Cancellation))
        {
            scores.Add(number, pair);
            progress.Step((double)number / reader.Facts.Frames);
        }

        scores.Finish(reader.Passed);
        file.Finish();
        progress.Dispose();
        Tell(options, clip, pace, model, context);
        ClipNotes.Tell(clip, reader, context);
        context.Say($"{reader.Passed} frames written to {options.One("--out")}; {scores.AnomalousFrames} of them in {scores.Events} alarms (threshold {model.Threshold:G4}).");
        context.Say($"{progress.Frames} frames in {progress.Elapsed.TotalSeconds:0.0} s: {progress.FramesPerSecond:0.0} frames per second.");
        return ExitCodes.Success;
    }

    private static void Tell(CommandOptions options, ClipPath clip, AnalysisPace pace, SceneModel model, CommandContext context)
    {
        if (pace.Step > 1)
        {
            context.Note($"{options.One("--model")} is for {model.Info.FramesPerSecond:0.###} frames per second: every {pace.Step}. frame of {clip.Path} was analysed, those in between repeat its row.");
        }
    }
}
