using Bunit;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Sessions;
using EdgeCctv.Core.Inference.Zones;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Inference.Scene.Watch;
using EdgeCctv.Web.Components.Console;
using EdgeCctv.Web.Configuration;
using EdgeCctv.Web.Connection;
using EdgeCctv.Web.Drill;
using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Live;
using EdgeCctv.Web.Support;
using EdgeCctv.Web.Trial;
using EdgeCctv.Web.Zones;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeCctv.Tests.Components;

/// <summary>The console's components on a scripted camera, a clock that stands still, and no browser: every call to it answers at once.</summary>
internal sealed class ConsoleRig : IAsyncDisposable
{
    private readonly Lazy<StatusFeed> _feed;
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("edgecctv-data-");

    /// <param name="allowsDrills">What Drill:Enabled says.</param>
    /// <param name="analyzers">Analyse once the test starts the worker.</param>
    public ConsoleRig(bool allowsDrills = true, params FakeAnalyzers[] analyzers)
    {
        var time = new ManualTimeProvider();
        Statistics = new StatisticsBoard(time);
        var flow = new PictureFlow(Freshness.Default, time);
        var intake = new AnalysisIntake(Board, Statistics, time);
        Camera = new CameraRig(time, Statistics, flow, intake);
        Analysis = new AnalysisWorker(analyzers, intake, Camera.Frames, Freshness.Default, time, NullLogger<AnalysisWorker>.Instance);
        Analysis.Changed += Camera.Beat;
        Analysis.Analysed += (_, _) => Camera.Beat();
        Array.ForEach(analyzers, analyzer => analyzer.Changed = Camera.Beat);
        Screen = new Screen(Screens, time);
        Scene = new SceneRig(time: time);
        var live = new LivePicture(Camera.Manager, Freshness.Default, time);
        var proof = new ProofWatch(Camera.Manager, Camera.Frames, flow, Analysis, Scene.Watch, Screens, Freshness.Default, time);
        Drill = new DrillCoordinator(new DrillSwitch(), new DrillSettings(allowsDrills), Screens, Camera.Manager, live, Freshness.Default, time, DrillLog);
        Drill.Changed += Camera.Beat;
        _feed = new Lazy<StatusFeed>(() => new StatusFeed(Camera.Manager, Statistics, live, proof, Analysis, Drill, Scene.Watch, time));
        Link.OnConnectionUpAsync(null!, CancellationToken.None);
        AddServices(Context.Services);
        Context.JSInterop.Mode = JSRuntimeMode.Loose;
        LetTheBrowserPaint(Context.JSInterop);

        // It measures itself in the browser.
        Context.ComponentFactories.AddStub<TrendChart>();
    }

    public BunitContext Context { get; } = new();

    public CameraRig Camera { get; }

    public StatisticsBoard Statistics { get; }

    /// <summary>What the analysers found.</summary>
    public AnalysisBoard Board { get; } = new();

    public AnalysisWorker Analysis { get; }

    /// <summary>What the one screen has painted.</summary>
    public Screen Screen { get; }

    public Screens Screens { get; } = new();

    /// <summary>Connected, as bunit has no connection that could break.</summary>
    public CircuitLink Link { get; } = new();

    /// <summary>Rehearses without a seam: what its drills do to the pictures is up to the test.</summary>
    public DrillCoordinator Drill { get; }

    /// <summary>What it has told the log.</summary>
    public LogRecord<DrillCoordinator> DrillLog { get; } = new();

    /// <summary>The life of scene learning, with nobody who analyses.</summary>
    public SceneRig Scene { get; }

    /// <summary>Made, and so first read, when the first component or test asks for it.</summary>
    public StatusFeed Feed => _feed.Value;

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        await Feed.StopAsync(CancellationToken.None);
        Feed.Dispose();
        await Drill.DisposeAsync();
        Analysis.Dispose();
        await Camera.DisposeAsync();
        _data.Delete(recursive: true);
        Scene.Dispose();
    }

    private void AddServices(IServiceCollection services)
    {
        services.AddKit();
        services.AddSingleton<TimeProvider>(Camera.Time);
        services.AddSingleton(Camera.Manager);
        services.AddSingleton(Camera.Frames);
        services.AddSingleton(Statistics);
        services.AddSingleton(_ => Feed);
        services.AddScoped<FeedRound>();
        services.AddSingleton(Freshness.Default);
        services.AddSingleton(Screens);
        services.AddSingleton(Scene.Watch);
        services.AddSingleton(Scene.Settings);
        services.AddSingleton(Drill);
        services.AddSingleton(new DrillSettings(Drill.IsEnabled));
        services.AddSingleton(Screen);
        services.AddSingleton(Link);
        services.AddScoped<PageState>();
        var settings = new EdgeCctvSettings(CameraRig.Front, AutoStart: false, CameraRig.Settings, CaptureSettings.Default, Freshness.Default, 0, false)
        {
            Data = new DataFolder(_data.FullName),
        };
        services.AddSingleton(settings);
        services.AddSingleton(SourceBooks.TrustOf(settings));
        services.AddSingleton(SourceBooks.Of(settings));
        services.AddSingleton<CameraTrial>();
        services.AddSingleton<ToastBoard>();
        services.AddSingleton(new LivePicture(Camera.Manager, Freshness.Default, Camera.Time));
        services.AddSingleton<ScreenConnection>();
        services.AddSingleton(new OperatorSettings(new DataFolder(_data.FullName), new LogRecord<OperatorSettings>()));
        services.AddSingleton<KeptTuning>();
        services.AddSingleton(Board);
        services.AddSingleton<ZoneSet>();
        services.AddSingleton<ZoneBook>();
        services.AddSingleton<ZoneFollower>();
        services.AddSingleton(new DataFolder(_data.FullName));
        services.AddSingleton(new SessionFactory(InferenceSettings.Default));
        services.AddSingleton<Uptime>();
        services.AddSingleton<SystemFacts>();
        services.AddSingleton<LogRing>();
        services.AddSingleton<MeterHistory>();
    }

    // Every picture is painted, and acknowledged, at once.
    private static void LetTheBrowserPaint(BunitJSInterop browser)
    {
        var stage = browser.SetupModule("./Components/Console/LiveStage.razor.js").SetupModule("createStage", _ => true);
        stage.Setup<PaintAnswer>("paint", _ => true).SetResult(new PaintAnswer(true, 0, 0, 1));
        stage.Setup<long>("tell", _ => true).SetResult(2);
    }
}
