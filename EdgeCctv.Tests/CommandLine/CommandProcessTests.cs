using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.CommandLine;

/// <summary>The real program on real clips: a scene with textured squares that cross it slowly, and one that does so fast.</summary>
[Trait("Category", "Camera")]
public sealed partial class CommandProcessTests : IDisposable
{
    private const string Encoding = "-c:v libx264 -preset ultrafast -crf 12 -pix_fmt yuv420p";
    private const int FastFrom = 60;
    private const int FastTo = 120;
    private readonly FfmpegClips _clips = new();

    public void Dispose() => _clips.Dispose();

    [RequiresLinuxFact]
    public async Task SceneLearnAndScore_ClipWithAFastSquare_ScoresItHigherThanTheRest()
    {
        var normal = await _clips.MakeAsync("normal.mp4", Scene(seed: 1, fast: null), $"-frames:v 400 {Encoding}");
        var more = await _clips.MakeAsync("more/%03d.jpg", Scene(seed: 2, fast: null), "-frames:v 120 -q:v 2");
        var odd = await _clips.MakeAsync("odd.avi", Scene(seed: 3, fast: FastFrom), $"-frames:v 180 {Encoding}");

        var learnt = await RunAsync("scene", "learn", "--source", normal, "--source", Path.GetDirectoryName(more)!, "--model", _clips["m.onnx"], "--name", "day");
        Assert.True(learnt.Code == 0, learnt.Said);
        Assert.Contains("The model 'day' was written to", learnt.Said, StringComparison.Ordinal);
        Assert.Matches(Rate(), learnt.Said);

        var scored = await RunAsync("scene", "score", "--model", _clips["m.onnx"], "--source", odd, "--out", _clips["s.csv"]);
        Assert.True(scored.Code == 0, scored.Said);
        Assert.Matches(Rate(), scored.Said);

        var rows = ReadScores(await File.ReadAllTextAsync(_clips["s.csv"]), frames: 180);
        var fast = rows.Where(row => row.Frame is > FastFrom + 10 and <= FastTo).ToArray();
        var usual = rows.Where(row => row.Frame is <= FastFrom or > FastTo + 10).ToArray();
        Assert.Equal(rows[0].Score, rows[1].Score);

        // Of all pairs of a fast and a usual frame, in how many the fast one scores higher.
        var higher = fast.Sum(one => usual.Count(other => one.Score > other.Score)) / (double)(fast.Length * usual.Length);
        Assert.True(higher > 0.95, $"{higher:0.000}\n{learnt.Said}\n{scored.Said}\n{string.Join('\n', rows)}");
        Assert.Empty(Directory.GetFiles(_clips.Folder, ".*"));
    }

    [RequiresLinuxFact]
    public async Task SceneLearn_ClipWhereNothingMoves_IsRefusedWithWhatIsMissing()
    {
        var still = await _clips.MakeAsync("still.mp4", "color=gray:size=160x120:rate=25,noise=alls=3", $"-frames:v 60 {Encoding}");

        var refused = await RunAsync("scene", "learn", "--source", still, "--model", _clips["m.onnx"]);

        Assert.Equal(65, refused.Code);
        Assert.Contains("edgecctv: No model was learnt. Not enough was seen yet: ", refused.Said, StringComparison.Ordinal);
        Assert.False(File.Exists(_clips["m.onnx"]));
    }

    [RequiresLinuxTheory]
    [InlineData(64, "scene learn --model {0}/m.onnx", "edgecctv: 'scene learn' needs --source.")]
    [InlineData(64, "scene forget", "edgecctv: 'scene forget' is no command; allowed: scene learn, scene score, detect, --help.")]
    [InlineData(66, "scene learn --source {0}/none.mp4 --model {0}/m.onnx", "edgecctv: The source {0}/none.mp4 does not exist.")]
    [InlineData(66, "scene learn --source {0}/empty --model {0}/m.onnx", "edgecctv: The folder {0}/empty holds no pictures (jpg, png, bmp, tif).")]
    [InlineData(66, "scene score --model {0}/none.onnx --source {0}/text.mp4 --out {0}/s.csv", "edgecctv: The model {0}/none.onnx does not exist.")]
    [InlineData(65, "scene learn --source {0}/text.mp4 --model {0}/m.onnx", "edgecctv: {0}/text.mp4 is no video that ")]
    [InlineData(65, "scene score --model {0}/text.mp4 --source {0}/text.mp4 --out {0}/s.csv", "edgecctv: '{0}/text.mp4' is not a scene model of this program.")]
    [InlineData(64, "scene learn --source {0}/text.mp4 --model {0}/m.onnx --name ../../etc", "edgecctv: --name is '../../etc'; allowed: 1 to 40 letters, digits, blanks")]
    [InlineData(65, "detect --model {0}/text.mp4 --labels {0}/text.mp4 --source {0}/text.mp4 --out {0}/b.csv", "edgecctv: ")]
    [InlineData(1, "scene learn --source {0}/text.mp4 --model {0}/nowhere/m.onnx", "edgecctv: {0}/nowhere/m.onnx cannot be written: its folder does not exist.")]
    public async Task Command_Mistake_IsOneLineAndAnExitCode(int code, string arguments, string begin)
    {
        Directory.CreateDirectory(_clips["empty"]);
        await File.WriteAllTextAsync(_clips["text.mp4"], "no video\n");

        var refused = await RunAsync(string.Format(CultureInfo.InvariantCulture, arguments, _clips.Folder).Split(' '));

        Assert.Equal(code, refused.Code);
        Assert.StartsWith(string.Format(CultureInfo.InvariantCulture, begin, _clips.Folder), refused.Said, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Said);
        Assert.Equal([_clips["text.mp4"]], Directory.GetFiles(_clips.Folder));
    }

    [RequiresLinuxTheory]
    [InlineData("scene learn --source {0}/clip --model {0}/clip/2.jpg", "{0}/clip/2.jpg is what is read")]
    [InlineData("scene score --model {0}/m.onnx --source {0}/clip --out {0}/m.onnx", "{0}/m.onnx is what is read")]
    [InlineData("scene score --model {0}/m.onnx --source {0}/clip --out {0}/link.csv", "{0}/link.csv is what is read as {0}/m.onnx")]
    [InlineData("detect --model {0}/m.onnx --labels {0}/l.txt --source {0}/clip --out {0}/l.txt", "{0}/l.txt is what is read")]
    public async Task Command_WouldWriteOverWhatItReads_IsRefusedAndEverythingIsStillThere(string arguments, string begin)
    {
        Directory.CreateDirectory(_clips["clip"]);
        foreach (var file in new[] { "clip/1.jpg", "clip/2.jpg", "m.onnx", "l.txt" })
        {
            await File.WriteAllTextAsync(_clips[file], file);
        }

        File.CreateSymbolicLink(_clips["link.csv"], _clips["m.onnx"]);

        var refused = await RunAsync(string.Format(CultureInfo.InvariantCulture, arguments, _clips.Folder).Split(' '));

        Assert.Equal(64, refused.Code);
        Assert.StartsWith("edgecctv: " + string.Format(CultureInfo.InvariantCulture, begin, _clips.Folder), refused.Said, StringComparison.Ordinal);
        Assert.EndsWith(": name another file to write.", refused.Said, StringComparison.Ordinal);
        Assert.All(["clip/1.jpg", "clip/2.jpg", "m.onnx", "l.txt"], file => Assert.Equal(file, File.ReadAllText(_clips[file])));
    }

    [RequiresLinuxFact]
    public async Task SceneLearn_ModelIsProtected_IsToldBeforeAnythingIsRead()
    {
        await File.WriteAllTextAsync(_clips["m.onnx"], "mine");
        File.SetAttributes(_clips["m.onnx"], FileAttributes.ReadOnly);
        await File.WriteAllTextAsync(_clips["text.mp4"], "no video\n");

        var refused = await RunAsync("scene", "learn", "--source", _clips["text.mp4"], "--model", _clips["m.onnx"]);

        Assert.Equal((1, $"edgecctv: {_clips["m.onnx"]} cannot be written: what is there is read-only."), refused);
        Assert.Equal("mine", await File.ReadAllTextAsync(_clips["m.onnx"]));
    }

    [RequiresLinuxFact]
    public async Task Detect_Help_TellsItsOptionsOnStandardOutput()
    {
        var help = await RunAsync("detect", "--help");

        Assert.Equal(0, help.Code);
        Assert.Contains("Usage: edgecctv detect --model FILE --labels FILE --source SOURCE --out FILE", help.Said, StringComparison.Ordinal);
    }

    [RequiresLinuxFact]
    public async Task SceneLearn_Interrupted_EndsWith130AndLeavesNothing()
    {
        // The same pictures again and again, so that it lasts: a clip is not read twice at once.
        var clip = await _clips.MakeAsync("long.mp4", Scene(seed: 1, fast: null), $"-frames:v 200 {Encoding}");
        string[] sources = [.. Enumerable.Repeat(new[] { "--source", clip }, 200).SelectMany(pair => pair)];
        await using var program = ConsoleProcess.Launch(["scene", "learn", .. sources, "--model", _clips["m.onnx"]]);

        // Reading has begun when the decoder's library is loaded.
        var decoder = LibraryUnderTest.IsOpenCv ? "libOpenCvSharpExtern" : "libgstlibav";
        await Eventually.IsTrueAsync(() => File.ReadAllText($"/proc/{program.Id}/maps").Contains(decoder, StringComparison.Ordinal), "decoding");
        program.Signal(PosixSignal.SIGINT);

        Assert.Equal(130, await program.ExitAsync());
        Assert.Equal("", program.Output);
        Assert.Equal([clip], Directory.GetFiles(_clips.Folder));
    }

    [RequiresLinuxFact]
    public async Task Command_BackendIsUnknown_IsOneLineAndTheExitCodeOfTheConsole()
    {
        await using var program = new ChildProcess(
            "env", "EdgeCctv__Camera__Backend=gstreamr", "dotnet", Path.Combine(AppContext.BaseDirectory, "EdgeCctv.Web.dll"), "detect", "--help");

        Assert.Equal(78, await program.ExitAsync());
        Assert.Contains("EdgeCctv:Camera:Backend", program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', program.Output);
    }

    // Squares with a pattern cross a pale scene at 2 pixels a frame; the fast one at 8.
    private static string Scene(int seed, int? fast)
    {
        const string Ground = "color=0xC0C0C0:size=360x240:rate=25,noise=alls=4:allf=t:all_seed=";
        const string Square = "cellauto=size=28x28:rate=25:rule=110:random_seed=";
        var graph = $"{Ground}{seed}[g];{Square}{seed}[a];{Square}{seed + 10}[b];{Square}{seed + 20}[c];"
            + $"[g][a]overlay=x='mod(2*n+{40 * seed},420)-30':y=40:shortest=1[g1];[g1][b]overlay=x='390-mod(2*n+{70 * seed},420)':y=110:shortest=1[g2]";
        return fast is { } from
            ? $"{graph};[g2][c]overlay=x='if(between(n,{from},{FastTo}),-28+(n-{from})*6,-100)':y=170:shortest=1"
            : $"{graph};[g2][c]overlay=x='mod(2*n,420)-30':y=170:shortest=1";
    }

    private static List<(int Frame, double Score, bool IsAnomaly)> ReadScores(string csv, int frames)
    {
        var lines = csv.Split('\n');
        Assert.Equal("frame,score,anomaly", lines[0]);
        Assert.Equal("", lines[^1]);
        Assert.All(lines[1..^1], line => Assert.Matches(Row(), line));
        List<(int Frame, double Score, bool IsAnomaly)> rows =
            [.. lines[1..^1].Select(line => line.Split(',')).Select(cells => (int.Parse(cells[0], null), double.Parse(cells[1], CultureInfo.InvariantCulture), cells[2] == "1"))];
        Assert.Equal(Enumerable.Range(1, frames), rows.Select(row => row.Frame));
        return rows;
    }

    private static async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        await using var program = ConsoleProcess.Launch(arguments);

        // Learning takes its time where others build.
        return (await program.ExitAsync(TimeSpan.FromMinutes(3)), program.Output);
    }

    [GeneratedRegex(@"^[0-9]+,-?[0-9.]+(E[-+][0-9]+)?,[01]$")]
    private static partial Regex Row();

    [GeneratedRegex(@"[0-9]+ frames in [0-9.]+ s: [0-9.]+ frames per second\.")]
    private static partial Regex Rate();
}
