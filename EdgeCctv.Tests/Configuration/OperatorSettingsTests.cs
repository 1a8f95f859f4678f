using EdgeCctv.Core.Inference.Zones;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Configuration;

namespace EdgeCctv.Tests.Configuration;

public sealed class OperatorSettingsTests : IDisposable
{
    private const string Camera = "rtsp://gate/1";

    private static readonly Zone Road = new("road", ZoneKind.Ignore, [new(0, 0.5), new(1, 0.5), new(1, 1)]);

    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("edgecctv-settings-");
    private readonly LogRecord<OperatorSettings> _log = new();

    private DataFolder Folder => new(Path.Combine(_parent.FullName, "data"));

    public void Dispose() => _parent.Delete(recursive: true);

    [Fact]
    public void Of_CameraThatNobodyHasSet_HasNoChoices()
    {
        Assert.Same(CameraChoices.None, Open().Of(Camera));
        Assert.False(Directory.Exists(Folder.Path));
    }

    [Fact]
    public void Change_AnyChoice_IsFoundAgainByTheNextProcess()
    {
        Open().Change(Camera, one => one with { Zones = [Road], SceneModel = "day", SceneThreshold = 7.5f, IsSceneFrozen = true });

        var found = Open().Of(Camera);

        Assert.Equal([Road], found.Zones);
        Assert.Equal(("day", 7.5f, true), (found.SceneModel, found.SceneThreshold, found.IsSceneFrozen));
    }

    [Fact]
    public void Change_OneCamera_LeavesTheOthersAlone()
    {
        var settings = Open();
        settings.Change(Camera, one => one with { SceneModel = "day" });
        settings.Change("demo:", one => one with { SceneModel = "yard" });

        Assert.Equal("day", Open().Of(Camera).SceneModel);
    }

    [Fact]
    public void Change_ThatChangesSomething_IsToldOnce()
    {
        var settings = Open();
        List<string> told = [];
        settings.Changed += told.Add;

        settings.Change(Camera, one => one with { SceneModel = "day" });
        settings.Change(Camera, one => one with { SceneModel = "day" });

        Assert.Equal([Camera], told);
    }

    [Fact]
    public void Open_FileThatIsDamaged_TakesTheOneBeforeAndSetsItAside()
    {
        var settings = Open();
        settings.Change(Camera, one => one with { SceneModel = "day" });
        settings.Change(Camera, one => one with { SceneModel = "night" });
        File.WriteAllText(Folder["settings.json"], "{ \"cameras\": {");

        Assert.Equal("day", Open().Of(Camera).SceneModel);
        Assert.True(File.Exists(Folder["settings.damaged.json"]));
        Assert.Contains("settings.json", Assert.Single(_log.Lines).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Change_ThatCannotBeWritten_IsNotInForce()
    {
        File.WriteAllText(Folder.Path, "a file where the folder should be");
        var settings = Open();

        var refused = Assert.Throws<IOException>(() => settings.Change(Camera, one => one with { SceneModel = "day" }));

        Assert.Contains(Folder.Path, refused.Message, StringComparison.Ordinal);
        Assert.Null(settings.Of(Camera).SceneModel);
    }

    private OperatorSettings Open() => new(Folder, _log);
}
