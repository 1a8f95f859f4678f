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

    private (ZoneVerb Verb, string Name)? Last => _book.LastChange(Camera) is { } change ? (change.Verb, change.Zone.Name) : null;

    public void Dispose() => _parent.Delete(recursive: true);

    [Fact]
    public void Add_Two_GetTheFirstFreeNamesAndAreWrittenDown()
    {
        Assert.Equal("Zone 1", _book.Add(Camera, ZoneKind.Ignore, Square).Change?.Zone.Name);
        Assert.Equal("Zone 2", _book.Add(Camera, ZoneKind.Name, Larger).Change?.Zone.Name);
        _book.Delete(Camera, "Zone 1");
        Assert.Equal("Zone 1", _book.Add(Camera, ZoneKind.Include, Square).Change?.Zone.Name);

        Assert.Equal([new("Zone 2", ZoneKind.Name, Larger), new Zone("Zone 1", ZoneKind.Include, Square)], Open().Of(Camera).Zones);
        Assert.Empty(_book.Of("demo:"));
    }

    [Fact]
    public void Add_OutlineThatIsNone_IsRefusedAndNothingChanges()
    {
        var (change, refusal) = _book.Add(Camera, ZoneKind.Ignore, BowTie);

        Assert.Null(change);
        Assert.Contains("crosses or touches itself", refusal, StringComparison.Ordinal);
        Assert.Empty(_book.Of(Camera));
        Assert.Null(_book.LastChange(Camera));
    }

    [Fact]
    public void Change_EachThing_IsJudgedBesideTheOthers()
    {
        _book.Add(Camera, ZoneKind.Ignore, Square);
        _book.Add(Camera, ZoneKind.Ignore, Square);

        Assert.Null(_book.Change(Camera, "Zone 1", zone => zone with { Name = "Gate" }).Refusal);
        Assert.Null(_book.Change(Camera, "Gate", zone => zone with { Corners = Larger }).Refusal);
        Assert.Contains("already", _book.Change(Camera, "Zone 2", zone => zone with { Name = "gate" }).Refusal, StringComparison.Ordinal);
        Assert.Contains("itself", _book.Change(Camera, "Gate", zone => zone with { Corners = BowTie }).Refusal, StringComparison.Ordinal);
        Assert.Contains("no zone \"Zone 1\" any more", _book.Change(Camera, "Zone 1", zone => zone).Refusal, StringComparison.Ordinal);

        Assert.Equal([new("Gate", ZoneKind.Ignore, Larger), new Zone("Zone 2", ZoneKind.Ignore, Square)], _book.Of(Camera));
        Assert.Equal((ZoneVerb.Moved, "Gate"), Last);
    }

    [Fact]
    public void Undo_AfterAnyChange_TakesTheLastOneBackOnce()
    {
        _book.Add(Camera, ZoneKind.Ignore, Square);
        _book.Change(Camera, "Zone 1", zone => zone with { Corners = Larger });
        _book.Delete(Camera, "Zone 1");
        Assert.Equal((ZoneVerb.Deleted, "Zone 1"), Last);

        Assert.Null(_book.Undo(Camera));

        Assert.Equal([new Zone("Zone 1", ZoneKind.Ignore, Larger)], _book.Of(Camera));
        Assert.Null(_book.LastChange(Camera));
        Assert.Null(_book.Undo(Camera));
        Assert.Single(_book.Of(Camera));
    }

    [Fact]
    public void Undo_OneThatIsNotTheLastAnyMore_IsRefusedAndNothingChanges()
    {
        var drawn = _book.Add(Camera, ZoneKind.Ignore, Square).Change;
        var moved = _book.Change(Camera, "Zone 1", zone => zone with { Corners = Larger }).Change;

        Assert.Contains("changed again since then", _book.Undo(Camera, drawn), StringComparison.Ordinal);
        Assert.Equal([new Zone("Zone 1", ZoneKind.Ignore, Larger)], _book.Of(Camera));
        Assert.Null(_book.Undo(Camera, moved));
        Assert.Equal([new Zone("Zone 1", ZoneKind.Ignore, Square)], _book.Of(Camera));
        Assert.Contains("changed again since then", _book.Undo(Camera, moved), StringComparison.Ordinal);
    }

    [Fact]
    public void Change_ToTheSame_IsNoChange()
    {
        _book.Add(Camera, ZoneKind.Ignore, Square);

        Assert.Null(_book.Change(Camera, "Zone 1", zone => zone with { Kind = ZoneKind.Ignore }).Refusal);
        Assert.Null(_book.Delete(Camera, "another").Refusal);

        Assert.Equal((ZoneVerb.Drew, "Zone 1"), Last);
    }

    [Fact]
    public void Add_FolderThatCannotBeWritten_IsRefusedWithTheReason()
    {
        File.WriteAllText(Folder.Path, "a file where the folder should be");

        var (change, refusal) = _book.Add(Camera, ZoneKind.Ignore, Square);

        Assert.Null(change);
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
