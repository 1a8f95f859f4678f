using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Scene.Watch;
using EdgeCctv.Core.Inference.Sessions;
using EdgeCctv.Core.Inference.Zones;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeCctv.Tests.Inference.Scene.Watch;

/// <summary>The life of scene learning on a folder of its own and a clock that stands still, with the real analyser.</summary>
internal sealed class SceneRig : IDisposable
{
    public static readonly SceneCamera Yard = new("rtsp://192.0.2.7/yard", TimeSpan.FromSeconds(45));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edgecctv-models-");
    private long _sequence;

    public SceneRig(SceneSettings? settings = null, ManualTimeProvider? time = null)
    {
        Time = time ?? new ManualTimeProvider();
        Settings = settings ?? SceneSettings.Default;
        Store = new SceneModelStore(Folder, NullLogger<SceneModelStore>.Instance);
        Watch = WatchOf(Store, Choices, Settings, Time, Log);
        Watch.Use(Yard);
        Analyzer = Factory.Create();
    }

    public ManualTimeProvider Time { get; }

    public SceneSettings Settings { get; }

    public string Folder => _folder.FullName;

    public KeptChoices Choices { get; } = new();

    public LogRecord<SceneWatch> Log { get; } = new();

    public SceneModelStore Store { get; }

    public SceneLibrary Library => Watch.Library;

    public LearningControl Learning => Watch.Learning;

    public SceneWatch Watch { get; }

    public SessionFactory Sessions { get; } = new(InferenceSettings.Default);

    public ZoneSet Zones { get; } = new();

    public SceneAnalyzerFactory Factory => new(Watch, Zones, Sessions, Settings, Time);

    public IFrameAnalyzer Analyzer { get; set; }

    public SceneWatchStatus Status => Watch.Read();

    /// <summary>A watch that has no camera, so that it reads and writes nothing.</summary>
    public static SceneWatch Idle(TimeProvider time) => WatchOf(
        new SceneModelStore("nowhere", NullLogger<SceneModelStore>.Instance), new KeptChoices(), SceneSettings.Default, time, NullLogger<SceneWatch>.Instance);

    /// <summary>Files of the yard's models.</summary>
    public string PathOf(string file) => Path.Combine(Folder, Yard.Key, file);

    /// <summary>Analyses a picture taken now, and waits until what the analyser does beside its thread is done.</summary>
    public async Task<SceneFinding?> LookAsync(GreyPicture? picture)
    {
        var frame = TestFrames.Frame(++_sequence, Time.GetTimestamp());
        var finding = (SceneFinding?)Analyzer.Analyze(new Frame
        {
            Sequence = frame.Sequence,
            ReceivedTimestamp = frame.ReceivedTimestamp,
            ReceivedUtc = Time.GetUtcNow(),
            ReadyTimestamp = frame.ReadyTimestamp,
            Width = 1280,
            Height = 720,
            Jpeg = frame.Jpeg,
            ContentHash = frame.ContentHash,
            Grey = picture,
        });
        await Eventually.IsTrueAsync(() => Status.Learning is not { IsFinishing: true }, "the model is computed");
        return finding;
    }

    public void Dispose()
    {
        Analyzer.Dispose();
        _folder.Delete(recursive: true);
    }

    private static SceneWatch WatchOf(SceneModelStore store, ISceneChoices choices, SceneSettings settings, TimeProvider time, ILogger<SceneWatch> log)
    {
        var library = new SceneLibrary(store, choices, NullLogger<SceneLibrary>.Instance);
        return new SceneWatch(library, new LearningControl(library, settings, time, NullLogger<LearningControl>.Instance), settings, time, log);
    }
}
