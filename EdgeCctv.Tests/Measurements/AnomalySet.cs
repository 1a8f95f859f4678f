using System.Globalization;
using EdgeCctv.Tests.Hosts;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Measurements;

/// <summary>
/// How well the scene scores tell unusual frames from usual ones, on a data set that is not part of the project: the micro AUC over all
/// test frames, causal and raw, through the command line. EDGECCTV_ANOMALY_SET names its folder, which holds
/// <c>training/frames/NN/</c> and <c>testing/frames/NN/</c> with pictures, and <c>truth.txt</c> with a line for each test clip: its
/// number and the unusual frames, counted from 1 (<c>01 61-180</c>). Taken at ten pictures a second.
/// </summary>
[Trait("Category", "Measurement")]
[Collection(AloneGroup.Name)]
public sealed class AnomalySet(ITestOutputHelper output)
{
    private const string Variable = "EDGECCTV_ANOMALY_SET";

    [Fact]
    public async Task Score_EveryTestClip_AfterLearningAllOfTraining()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } set)
        {
            output.WriteLine($"Nothing was measured: {Variable} names no folder.");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("edgecctv-set-");
        var (model, table) = (Path.Combine(folder.FullName, "set.onnx"), Path.Combine(folder.FullName, "scores.csv"));
        var learnt = await RunAsync(["scene", "learn", .. Clips(set, "training").SelectMany(clip => new[] { "--source", clip }), "--model", model, "--fps", "10"]);
        List<Scored> frames = [];
        foreach (var clip in Clips(set, "testing"))
        {
            await RunAsync(["scene", "score", "--model", model, "--source", clip, "--out", table]);
            frames.AddRange(Read(table, Path.GetFileName(clip), Truth(set)));
        }

        folder.Delete(recursive: true);
        var usual = frames.Where(frame => !frame.IsUnusual).ToList();
        var unusual = frames.Where(frame => frame.IsUnusual).ToList();
        output.Report(new
        {
            Name = $"Scene scores on {Path.GetFileName(set)}",
            Auc = Auc([.. usual.Select(frame => frame.Score).Order()], unusual),
            Frames = frames.Count,
            Clips = frames.DistinctBy(frame => frame.Clip).Count(),
            ClipsAlarmed = unusual.Where(frame => frame.IsAlarm).DistinctBy(frame => frame.Clip).Count(),
            UsualFrames = usual.Count,
            UsualFramesAlarmed = usual.Count(frame => frame.IsAlarm),
            Learnt = learnt.Split('\n')[^2],
        });
    }

    private static string[] Clips(string set, string part) => [.. Directory.GetDirectories(Path.Combine(set, part, "frames")).Order(StringComparer.Ordinal)];

    private static ILookup<string, (int From, int To)> Truth(string set) => File.ReadLines(Path.Combine(set, "truth.txt"))
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words.Length > 1 && words[0][0] != '#')
        .SelectMany(words => words.Skip(1).Select(word => (Clip: words[0], Range: word.Split('-').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray())))
        .ToLookup(one => one.Clip, one => (one.Range[0], one.Range[^1]));

    private static IEnumerable<Scored> Read(string table, string clip, ILookup<string, (int From, int To)> truth) => File.ReadLines(table).Skip(1)
        .Select(row => row.Split(','))
        .Select(cells => (Frame: int.Parse(cells[0], CultureInfo.InvariantCulture), Score: double.Parse(cells[1], CultureInfo.InvariantCulture), IsAlarm: cells[2] == "1"))
        .Select(row => new Scored(clip, row.Score, row.IsAlarm, truth[clip].Any(range => row.Frame >= range.From && row.Frame <= range.To)));

    // In how many of all pairs of an unusual and a usual frame the unusual one scores higher; a tie is half a pair (Mann and Whitney).
    private static double Auc(double[] usual, List<Scored> unusual) => unusual.Average(frame =>
    {
        var below = usual.Count(score => score < frame.Score);
        var equal = usual.Count(score => score == frame.Score);
        return (below + (equal / 2.0)) / usual.Length;
    });

    private static async Task<string> RunAsync(string[] arguments)
    {
        await using var program = ConsoleProcess.Launch(arguments);
        var code = await program.ExitAsync(TimeSpan.FromMinutes(20));
        Assert.True(code == 0, program.Output);
        return program.Output;
    }

    private sealed record Scored(string Clip, double Score, bool IsAlarm, bool IsUnusual);
}
