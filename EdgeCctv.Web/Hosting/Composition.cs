using System.Text.Json;
using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Demo;
using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Core.Capture.Mjpeg;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Detection;
using EdgeCctv.Core.Inference.Scene.Watch;
using EdgeCctv.Core.Inference.Sessions;
using EdgeCctv.Core.Inference.Zones;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Web.Api;
using EdgeCctv.Web.Components;
using EdgeCctv.Web.Configuration;
using EdgeCctv.Web.Connection;
using EdgeCctv.Web.Drill;
using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Live;
using EdgeCctv.Web.Support;
using EdgeCctv.Web.Trial;
using EdgeCctv.Web.Zones;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace EdgeCctv.Web.Hosting;

/// <summary>Who gets whom: the only place that knows all parts.</summary>
internal static class Composition
{
    public static void AddEdgeCctv(this IServiceCollection services, EdgeCctvSettings settings)
    {
        AddCore(services, settings);
        AddDetector(services, settings);
        AddConsole(services);
        AddSupport(services);
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Explain);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);
        services.AddRestDocument();
        services.AddHostedService<GracefulShutdown>();
        services.AddHostedService<RestartNeed>();
        services.AddHostedService<SceneCameraSync>();
        services.AddHostedService<AnalysisLife>();
        services.AddHostedService<CameraAutoStart>();
        services.AddHostedService<FirstPageWarmUp>();

        // Whatever is still open by then is cut: the process ends within 3 s.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
    }

    public static void UseEdgeCctv(this WebApplication app)
    {
        // Nobody asks for them: they must be there before the camera starts, to count from the beginning.
        app.Services.GetRequiredService<StatisticsMeters>();
        app.Services.GetRequiredService<CameraMeters>();
        app.Services.GetRequiredService<ProofMeters>();
        app.Services.GetRequiredService<AnalysisMeters>();
        app.Services.GetRequiredService<Uptime>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler();
        app.UseStatusCodePages();

        // Early, so that the two below can tell a WebSocket when they see one.
        app.UseWebSockets();
        app.UseMiddleware<OriginGuard>();
        app.UseMiddleware<CircuitCutter>();
        app.UseAntiforgery();
        app.UseReadersLanguage();
        app.MapStaticAssets();
        app.MapCamera();
        app.MapLive();
        app.MapStatus();
        app.MapAnalysis();
        app.MapDrill();
        app.MapScene();
        app.MapHealth();
        app.MapSupport();
        app.RefuseOtherMethods();
        app.MapOpenApi("/openapi/v1.json");

        // Compression would deflate JPEGs in vain, at five times the cost of sending them.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server => server.DisableWebSocketCompression = true);
    }

    private static void AddCore(IServiceCollection services, EdgeCctvSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.Capture);
        services.AddSingleton(settings.Freshness);
        services.AddSingleton(settings.Drill);
        services.AddSingleton(settings.Data);
        services.AddSingleton<OperatorSettings>();
        services.AddSingleton<KeptTuning>();
        services.AddSingleton<ICameraTuning>(provider => provider.GetRequiredService<KeptTuning>());
        services.AddSingleton<SourceBook>();
        services.AddSingleton<CameraTrial>();
        services.AddSingleton<ZoneSet>();
        AddScene(services, settings);
        services.AddSingleton(new SourceTrust(settings.Source, new FileFolders(settings.FileFolders), settings.Capture.Addresses));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => NativeLibraries.Choose(provider.GetRequiredService<TimeProvider>(), settings.Backend, settings.Capture.RtspTransport));
        services.AddSingleton<IJpegEncoderFactory>(provider => provider.GetRequiredService<ChosenLibrary>());
        services.AddSingleton<IGreyDecoderFactory>(provider => provider.GetRequiredService<ChosenLibrary>());
        services.AddSingleton<IColourDecoderFactory>(provider => provider.GetRequiredService<ChosenLibrary>());
        services.AddSingleton<DemoBackend>();
        services.AddSingleton<MjpegBackend>();
        services.AddSingleton(provider => new CaptureBackends(
            [provider.GetRequiredService<DemoBackend>(), provider.GetRequiredService<ChosenLibrary>(), provider.GetRequiredService<MjpegBackend>()]));
        services.AddSingleton<DrillSwitch>();
        services.AddSingleton<ICaptureBackend>(provider => new DrillBackend(
            provider.GetRequiredService<CaptureBackends>(), provider.GetRequiredService<DrillSwitch>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new StatisticsBoard(provider.GetRequiredService<TimeProvider>(), settings.ResetStatisticsEveryFrames));
        services.AddSingleton<IFrameObserver>(provider => provider.GetRequiredService<StatisticsBoard>());
        services.AddSingleton<IFrameObserver, FrozenPictureLog>();
        services.AddSingleton<PictureFlow>();
        services.AddSingleton<IFrameObserver>(provider => provider.GetRequiredService<PictureFlow>());
        services.AddSingleton<AnalysisBoard>();
        services.AddSingleton<AnalysisIntake>();
        services.AddSingleton<IFrameObserver>(provider => provider.GetRequiredService<AnalysisIntake>());
        services.AddSingleton(new SessionFactory(settings.Inference));
        services.AddSingleton<AnalysisWorker>();
        services.AddSingleton<FrameStamper>();
        services.AddSingleton<FrameBroadcaster>();
        services.AddSingleton<CameraLock>();
        services.AddSingleton<CameraLifecycleManager>();
        services.AddSingleton<StatisticsMeters>();
        services.AddSingleton<CameraMeters>();
    }

    private static void AddDetector(IServiceCollection services, EdgeCctvSettings settings)
    {
        if (settings.Detector is { } detector)
        {
            services.AddSingleton<IFrameAnalyzerFactory>(provider =>
                ActivatorUtilities.CreateInstance<ObjectDetectionFactory>(provider, detector));
        }
    }

    private static void AddScene(IServiceCollection services, EdgeCctvSettings settings)
    {
        services.AddSingleton(settings.Scene);
        services.AddSingleton<ISceneChoices, KeptSceneChoices>();
        services.AddSingleton(provider => new SceneModelStore(settings.Data["models"], provider.GetRequiredService<ILogger<SceneModelStore>>()));
        services.AddSingleton<SceneLibrary>();
        services.AddSingleton<LearningControl>();
        services.AddSingleton<SceneWatch>();
        services.AddSingleton<IFrameObserver>(provider => provider.GetRequiredService<SceneWatch>());
        if (settings.Scene.IsEnabled)
        {
            services.AddSingleton<IFrameAnalyzerFactory, SceneAnalyzerFactory>();
        }
    }

    private static void AddSupport(IServiceCollection services)
    {
        services.AddSingleton<IBackendFacts>(provider => provider.GetRequiredService<ChosenLibrary>());
        services.AddSingleton<IBackendFacts>(provider => provider.GetRequiredService<MjpegBackend>());
        services.AddSingleton<IBackendFacts>(provider => provider.GetRequiredService<DemoBackend>());
        services.AddSingleton<Uptime>();
        services.AddSingleton<SystemFacts>();
        services.AddSingleton<LogRing>();
        services.AddSingleton<MeterHistory>();
        services.AddSingleton<Func<ProcessUsage>>(ProcessUsage.Read);
        services.AddHostedService<MeterSampler>();
        services.AddSingleton<StatusReader>();
        services.AddSingleton<SecretRemover>();
        services.AddSingleton<ConfigurationListing>();
        services.AddSingleton<SupportBundle>();
        services.AddSingleton<ILoggerProvider, LogRingProvider>();
    }

    private static void AddConsole(IServiceCollection services)
    {
        services.AddSingleton<LivePicture>();
        services.AddSingleton<ProofWatch>();
        services.AddSingleton<ProofMeters>();
        services.AddSingleton<LiveAnalysis>();
        services.AddSingleton<AnalysisMeters>();
        services.AddSingleton<DrillCoordinator>();
        services.AddSingleton<StatusFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<StatusFeed>());
        services.AddSingleton<ZoneBook>();
        services.AddSingleton<ZoneFollower>();
        services.AddHostedService(provider => provider.GetRequiredService<ZoneFollower>());
        services.AddSingleton<Screens>();
        services.AddScoped<FeedRound>();
        services.AddScoped<Screen>();
        services.AddScoped<PageState>();
        services.AddScoped<ToastBoard>();
        services.AddScoped<CircuitLink>();
        services.AddScoped<CircuitHandler>(circuit => circuit.GetRequiredService<CircuitLink>());
        services.AddScoped<ScreenConnection>();
        services.AddRazorComponents().AddInteractiveServerComponents(CircuitTimes.Apply).AddHubOptions(CircuitTimes.Apply);
        services.AddKit();
    }
}
