using EdgeCctv.Core.Inference.Zones;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Configuration;
using EdgeCctv.Web.Zones;

namespace EdgeCctv.Tests.Zones;

public sealed class ZoneBookTests : IDisposable
{
    private const string Camera = "rtsp://gate/1";

    private static readonly ZonePoint[] Square = [new(.1, .1), new(.5, .1), new(.5, .5), new(.1, .5)];
    private static readonly ZonePoint[] Larger = [new(.1, .1), new(.7, .1), new(.7, .5), new(.1, .5)];
    private static readonly ZonePoint[] BowTie = [new(.1, .1), new(.5, .5), new(.5, .1), new(.1, .5)];

    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("edgecctv-zones-");
    private readonly OperatorSettings _settings;
    private readonly ZoneBook _book;

    public ZoneBookTests()
    {
        _settings = Open();
        _book = new ZoneBook(_settings);
    }

    private DataFolder Folder => new(Path.Combine(_parent.FullName, "data"));

    public void Dispose() => _parent.Delete(recursive: true);

    [Fact]
    public void Add_Two_GetTheFirstFreeNamesAndAreWrittenDown()
    {
        Assert.Equal(("Zone 1", null), _book.Add(Camera, ZoneKind.Ignore, Square));
        Assert.Equal(("Zone 2", null), _book.Add(Camera, ZoneKind.Name, Larger));
        _book.Delete(Camera, "Zone 1");
        Assert.Equal("Zone 1", _book.Add(Camera, ZoneKind.Include, Square).Name);

        Assert.Equal([new("Zone 2", ZoneKind.Name, Larger), new Zone("Zone 1", ZoneKind.Include, Square)], Open().Of(Camera).Zones);
        Assert.Empty(_book.Of("demo:"));
    }

    [Fact]
    public void Add_OutlineThatIsNone_IsRefusedAndNothingChanges()
    {
        var (name, refusal) = _book.Add(Camera, ZoneKind.Ignore, BowTie);

        Assert.Null(name);
        Assert.Contains("crosses or touches itself", refusal, StringComparison.Ordinal);
        Assert.Empty(_book.Of(Camera));
        Assert.Null(_book.LastChange(Camera));
    }

    [Fact]
    public void Change_EachThing_IsJudgedBesideTheOthers()
    {
        _book.Add(Camera, ZoneKind.Ignore, Square);
        _book.Add(Camera, ZoneKind.Ignore, Square);

        Assert.Null(_book.Change(Camera, "Zone 1", zone => zone with { Name = "Gate" }, "renamed"));
        Assert.Null(_book.Change(Camera, "Gate", zone => zone with { Corners = Larger }, "moved"));
        Assert.Contains("already", _book.Change(Camera, "Zone 2", zone => zone with { Name = "gate" }, "renamed"), StringComparison.Ordinal);
        Assert.Contains("itself", _book.Change(Camera, "Gate", zone => zone with { Corners = BowTie }, "moved"), StringComparison.Ordinal);
        Assert.Contains("no zone \"Zone 1\" any more", _book.Change(Camera, "Zone 1", zone => zone, "moved"), StringComparison.Ordinal);

        Assert.Equal([new("Gate", ZoneKind.Ignore, Larger), new Zone("Zone 2", ZoneKind.Ignore, Square)], _book.Of(Camera));
        Assert.Equal("moved \"Gate\"", _book.LastChange(Camera));
    }

    [Fact]
    public void Undo_AfterAnyChange_TakesTheLastOneBackOnce()
    {
        _book.Add(Camera, ZoneKind.Ignore, Square);
        _book.Change(Camera, "Zone 1", zone => zone with { Corners = Larger }, "moved");
        _book.Delete(Camera, "Zone 1");
        Assert.Equal("deleted \"Zone 1\"", _book.LastChange(Camera));

        Assert.Null(_book.Undo(Camera));

        Assert.Equal([new Zone("Zone 1", ZoneKind.Ignore, Larger)], _book.Of(Camera));
        Assert.Null(_book.LastChange(Camera));
        Assert.Null(_book.Undo(Camera));
        Assert.Single(_book.Of(Camera));
    }

    [Fact]
    public void Change_ToTheSame_IsNoChange()
    {
        _book.Add(Camera, ZoneKind.Ignore, Square);

        Assert.Null(_book.Change(Camera, "Zone 1", zone => zone with { Kind = ZoneKind.Ignore }, "changed"));
        Assert.Null(_book.Delete(Camera, "another"));

        Assert.Equal("drew \"Zone 1\"", _book.LastChange(Camera));
    }

    [Fact]
    public void Add_FolderThatCannotBeWritten_IsRefusedWithTheReason()
    {
        File.WriteAllText(Folder.Path, "a file where the folder should be");

        var (name, refusal) = _book.Add(Camera, ZoneKind.Ignore, Square);

        Assert.Null(name);
        Assert.Contains(Folder.Path, refusal, StringComparison.Ordinal);
        Assert.Null(_book.LastChange(Camera));
    }

    [Fact]
    public void Of_FileWrittenByHand_LeavesOutWhatIsNoZone()
    {
        _settings.Change(Camera, choices => choices with { Zones = [new("Tie", ZoneKind.Ignore, BowTie), new("Gate", ZoneKind.Ignore, Square)] });

        Assert.Equal(["Gate"], _book.Of(Camera).Select(zone => zone.Name));
    }

    private OperatorSettings Open() => new(Folder, new LogRecord<OperatorSettings>());
}
