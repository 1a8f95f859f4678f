using System.Text.Json;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Detection;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Api;
using EdgeCctv.Web.Hosting;
using EdgeCctv.Web.Live;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EdgeCctv.Tests.Api;

/// <summary>What REST and meters say of the analysis: the present or a reason, never an old result.</summary>
public sealed class AnalysisEndpointTests : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly FakeAnalyzers _scene = new()
    {
        OnAnalyze = _ => new SceneFinding(ScenePhase.WholeSceneChange)
        {
            Score = 2.5f,
            Threshold = 2,
            Heat = new HeatMap(2, 1, 0, 0.1, 0.5, 0.2, [0, 255]),
        },
    };

    private readonly FakeAnalyzers _detector = new("detector")
    {
        OnAnalyze = _ => new DetectionFinding([new DetectedObject("car", 0.5f, new PixelRect(1, 2, 3, 4)), new DetectedObject("car", 0.4f, new PixelRect(1, 2, 3, 4))]),
    };

    private readonly ManualResetEventSlim _stuck = new();
    private readonly ProofRig _rig;

    public AnalysisEndpointTests() => _rig = new ProofRig(_scene, _detector);

    private CameraRig Camera => _rig.Camera;

    private LiveAnalysis Live => _rig.LiveAnalysis;

    [Fact]
    public async Task Latest_Analysed_NamesFrameTimesAndFindings()
    {
        await RunAsync();
        Camera.Time.Advance(TimeSpan.FromSeconds(0.3));

        var results = Latest().GetProperty("results");

        var (detector, scene) = (results[0], results[1]);
        Assert.Equal(("detector", "scene"), (detector.GetProperty("analyzer").GetString(), scene.GetProperty("analyzer").GetString()));
        Assert.Equal(Camera.Frames.Newest!.Sequence, scene.GetProperty("sequence").GetInt64());
        Assert.Equal(Camera.Frames.Newest!.ReceivedUtc, scene.GetProperty("received").GetDateTimeOffset());
        Assert.Equal((300, 0), (scene.GetProperty("age_ms").GetDouble(), scene.GetProperty("took_ms").GetDouble()));
        Assert.Equal(
            """{"phase":"whole-scene-change","score":2.5,"threshold":2,"is_alarm":false,"why":null,"heat":null}""", scene.GetProperty("scene").GetRawText());
        Assert.Equal("""{"label":"car","score":0.5,"box":{"x":1,"y":2,"width":3,"height":4}}""", detector.GetProperty("objects")[0].GetRawText());
    }

    [Fact]
    public async Task Latest_HeatAskedFor_IsThere()
    {
        await RunAsync();

        Assert.Equal(
            """{"columns":2,"rows":1,"left":0,"top":0.1,"cell_width":0.5,"cell_height":0.2,"values":[0,255]}""",
            Latest(heat: true).GetProperty("results")[1].GetProperty("scene").GetProperty("heat").GetRawText());
    }

    [Fact]
    public async Task Latest_ResultIsOlderThanItsLimit_IsNotGiven()
    {
        await RunAsync();
        Assert.True(Live.IsActive);
        _scene.OnAnalyze = _detector.OnAnalyze = _ => null;

        for (var step = 0; step < 7; step++)
        {
            Camera.Time.Advance(TimeSpan.FromSeconds(0.5));
            await DeliverAsync();
        }

        Assert.Equal("No recent picture has a result.", Problem());
        Assert.True(Live.IsActive);
    }

    [Fact]
    public async Task Latest_NothingToSay_TellsWhyNot()
    {
        var none = new ProofRig();
        await using var camera = none.Camera;
        Assert.Equal("No analysis is configured.", Problem(none.LiveAnalysis));

        Assert.Equal("The camera is off.", Problem());
        await Camera.RunAsync();
        Assert.Equal("A model is being loaded.", Problem());
    }

    [Fact]
    public async Task Latest_Stopped_TellsThatAndNothingIsActive()
    {
        await RunAsync();

        await Camera.StopAsync();

        Assert.Equal("The camera was stopped by Ann.", Problem());
        Assert.False(Live.IsActive);
    }

    [Fact]
    public async Task Latest_EveryAnalyserStalls_TellsTheCauseAndTheNextTry()
    {
        await RunAsync();
        _scene.OnAnalyze = _detector.OnAnalyze = _ => throw new AnalysisException("The model is gone.");
        await DeliverAsync();
        await Camera.UntilAsync(() => _rig.Analysis.Status.All(one => one.State == AnalyzerState.Stalled));

        Assert.Equal("AI stalled. The model is gone.", Problem());
        Assert.Equal(Camera.Time.GetUtcNow() + TimeSpan.FromSeconds(1), Live.NextTry);
        Assert.False(Live.IsActive);
    }

    [Fact]
    public async Task Status_Analysis_HasEveryAnalyserAndItsResult()
    {
        await RunAsync();
        _detector.OnAnalyze = _ => throw new AnalysisException("The model is gone.");
        await DeliverAsync();
        await Camera.UntilAsync(() => _rig.Analysis.Status[1].State == AnalyzerState.Stalled);

        var answer = JsonSerializer.SerializeToElement(AnalysisAnswer.Of(Live, Camera.Time), Json);

        var (scene, detector) = (answer.GetProperty("analyzers")[0], answer.GetProperty("analyzers")[1]);
        Assert.Equal(("running", 3000), (scene.GetProperty("state").GetString(), scene.GetProperty("limit_ms").GetDouble()));
        Assert.Equal(0, scene.GetProperty("time_ms").GetProperty("p95").GetDouble());
        Assert.Equal(("stalled", "The model is gone."), (detector.GetProperty("state").GetString(), detector.GetProperty("cause").GetString()));
        Assert.NotEqual(JsonValueKind.Null, detector.GetProperty("next_try").ValueKind);
        Assert.Equal("scene", Assert.Single(answer.GetProperty("results").EnumerateArray()).GetProperty("analyzer").GetString());
    }

    [Fact]
    public async Task Meters_Analysed_TellDurationsCountsAndFindings()
    {
        using var meters = new TestMeters();
        using var published = new AnalysisMeters(_rig.Analysis, Live, meters);

        await RunAsync();

        Assert.Equal((1, 1), (meters.Read("edgecctv.analyzer.frames")["scene"], meters.Read("edgecctv.analyzer.frames")["detector"]));
        Assert.Equal((0, 0, 0), (meters.Read("edgecctv.analyzer.skipped")["scene"], meters.Read("edgecctv.analyzer.rebuilds")["scene"], meters.Read("edgecctv.analyzer.stalled")["scene"]));
        Assert.Equal((2.5, 2, 2), (meters.Read("edgecctv.analysis.score")[""], meters.Read("edgecctv.analysis.threshold")[""], meters.Read("edgecctv.analysis.detections")["car"]));
        Assert.Equal(0, meters.Read("edgecctv.analyzer.threads.lost")[""]);
        Assert.Equal(["detector", "scene"], meters.Recorded.Where(one => one.Name == "edgecctv.analyzer.duration").Select(one => one.Tag).Order(StringComparer.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        _stuck.Set();
        _rig.Analysis.Dispose();
        await Camera.DisposeAsync();
        _stuck.Dispose();
    }

    // A picture that both have looked at.
    private async Task RunAsync()
    {
        _rig.Analysis.Start();
        await Camera.UntilAsync(() => _rig.Analysis.Status.All(one => one.State == AnalyzerState.Idle));
        await Camera.RunAsync();
        await Camera.UntilAsync(() => _rig.Analysis.Status.All(one => one.Analysed == 1) && Live.Newest.Count == 2);
    }

    private async Task DeliverAsync()
    {
        var given = (_scene.Given, _detector.Given);
        Camera.Time.Advance(TimeSpan.FromSeconds(0.01));
        await Camera.DeliverAsync();
        await Camera.UntilAsync(() => _scene.Given > given.Item1 && _detector.Given > given.Item2);
    }

    private JsonElement Latest(bool heat = false) => JsonSerializer.SerializeToElement(
        Assert.IsType<Ok<LatestAnswer>>(AnalysisEndpoints.Latest(Live, Camera.Time, heat)).Value, Json);

    private string? Problem(LiveAnalysis? live = null)
    {
        var problem = Assert.IsType<ProblemHttpResult>(AnalysisEndpoints.Latest(live ?? Live, Camera.Time));
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, problem.StatusCode);
        return problem.ProblemDetails.Detail;
    }
}
