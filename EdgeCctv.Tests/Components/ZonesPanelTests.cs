using Bunit;
using EdgeCctv.Core.Inference.Zones;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Language;
using EdgeCctv.Web.Components.Console;
using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Zones;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace EdgeCctv.Tests.Components;

public sealed class ZonesPanelTests : IAsyncDisposable
{
    private static readonly ZonePoint[] Square = [new(.1, .1), new(.5, .1), new(.5, .5), new(.1, .5)];
    private static readonly ZonePoint[] Larger = [new(.1, .1), new(.7, .1), new(.7, .5), new(.1, .5)];
    private static readonly ZonePoint[] BowTie = [new(.1, .1), new(.5, .5), new(.5, .1), new(.1, .5)];

    private readonly ConsoleRig _rig = new();
    private readonly BunitJSModuleInterop _editor;

    public ZonesPanelTests()
    {
        _editor = _rig.Context.JSInterop.SetupModule("./js/live/zone-editor.js").SetupModule("openEditor", _ => true);
        _editor.SetupVoid(_ => true).SetVoidResult();
    }

    private ZoneBook Book => _rig.Context.Services.GetRequiredService<ZoneBook>();

    private ToastBoard Toasts => _rig.Context.Services.GetRequiredService<ToastBoard>();

    private static string Camera => CameraRig.Front.Display;

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Draw_ClosedOnThePicture_IsStoredAndOpenForItsName()
    {
        var panel = Show();
        Assert.Contains("the whole picture counts", panel.Find("[data-testid=zone-none]").TextContent, StringComparison.Ordinal);

        await ClickAsync(panel, "zone-draw");
        Assert.Single(_editor.Invocations["draw"]);
        var isTaken = await panel.InvokeAsync(() => panel.Instance.OnDrawn(Square));

        Assert.True(isTaken);
        Assert.Equal([new Zone("Zone 1", ZoneKind.Ignore, Square)], Book.Of(Camera));
        await panel.Find("[data-testid=zone-name]").ChangeAsync(new() { Value = " Trees " });
        Assert.Equal(["Trees"], Book.Of(Camera).Select(zone => zone.Name));
        Assert.Equal("Trees", _editor.Invocations["show"][^1].Arguments[1]);
        panel.Find("[data-testid=zone-draw]");
    }

    [Fact]
    public async Task Draw_OutlineThatIsNone_StaysAndSaysWhy()
    {
        var panel = Show();
        await ClickAsync(panel, "zone-draw");

        Assert.False(await panel.InvokeAsync(() => panel.Instance.OnDrawn(BowTie)));
        Assert.Contains("crosses or touches itself", Refusal(panel), StringComparison.Ordinal);
        panel.Find("[data-testid=zone-cancel]");

        await panel.InvokeAsync(panel.Instance.OnCancelled);
        Assert.Equal("", Refusal(panel));
        panel.Find("[data-testid=zone-draw]");
        Assert.Empty(Book.Of(Camera));
    }

    [Fact]
    public async Task Cancel_WhileDrawing_EndsItOnThePicture()
    {
        var panel = Show();
        await ClickAsync(panel, "zone-draw");

        await ClickAsync(panel, "zone-cancel");

        Assert.Single(_editor.Invocations["cancel"]);
        panel.Find("[data-testid=zone-draw]");
    }

    [Fact]
    public async Task LastCornerBack_WhileDrawing_IsTakenOffThePicture()
    {
        var panel = Show();
        await ClickAsync(panel, "zone-draw");

        await ClickAsync(panel, "zone-back");

        Assert.Single(_editor.Invocations["takeBack"]);
        panel.Find("[data-testid=zone-cancel]");
    }

    [Fact]
    public async Task Move_TakenOrNot_TheBookAndThePageAgree()
    {
        Book.Add(Camera, ZoneKind.Ignore, Square);
        var panel = Show();

        Assert.True(await panel.InvokeAsync(() => panel.Instance.OnMoved("Zone 1", Larger)));
        Assert.False(await panel.InvokeAsync(() => panel.Instance.OnMoved("Zone 1", BowTie)));

        Assert.Contains("itself", Refusal(panel), StringComparison.Ordinal);
        Assert.Equal(Larger, Book.Of(Camera)[0].Corners);
        var shown = Assert.IsType<StageZone[]>(_editor.Invocations["show"][^1].Arguments[0]);
        Assert.Equal(Larger, Assert.Single(shown).Corners);
    }

    [Fact]
    public async Task Delete_ThenUndo_TheZoneIsBack()
    {
        Book.Add(Camera, ZoneKind.Ignore, Square);
        var panel = Show();
        await panel.Find(".zone-open").ClickAsync(new());

        await ClickAsync(panel, "zone-delete");
        Assert.Empty(Book.Of(Camera));
        Assert.Equal("Undo: deleted \"Zone 1\"", panel.Find("[data-testid=zone-undo]").TextContent.Trim());
        await ClickAsync(panel, "zone-undo");

        Assert.Single(Book.Of(Camera));
        Assert.Empty(panel.FindAll("[data-testid=zone-undo]"));
        Assert.Contains("Zone 1", panel.Find("[data-testid=zone-list]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachChange_Done_IsTakenBackByItsToast()
    {
        var panel = Show();
        await ClickAsync(panel, "zone-draw");
        await panel.InvokeAsync(() => panel.Instance.OnDrawn(Square));
        await UndoByToastAsync(panel, "Zone \"Zone 1\" drawn.");
        Assert.Empty(Book.Of(Camera));

        Book.Add(Camera, ZoneKind.Ignore, Square);
        Zone[] before = [.. Book.Of(Camera)];
        panel.Render();
        await panel.Find(".zone-open").ClickAsync(new());
        await panel.Find("[data-testid=zone-name]").ChangeAsync(new() { Value = "Trees" });
        await UndoByToastAsync(panel, "Zone \"Zone 1\" is now called \"Trees\".");
        Assert.Equal(before, Book.Of(Camera));

        await panel.InvokeAsync(() => panel.Instance.OnMoved("Zone 1", Larger));
        await UndoByToastAsync(panel, "Zone \"Zone 1\" moved.");
        Assert.Equal(before, Book.Of(Camera));

        await panel.Find(".zone-open").ClickAsync(new());
        await panel.InvokeAsync(() => panel.FindComponents<Choice<ZoneKind>>()[^1].Instance.ValueChanged.InvokeAsync(ZoneKind.Name));
        await UndoByToastAsync(panel, "Kind of zone \"Zone 1\": Name.");
        Assert.Equal(before, Book.Of(Camera));

        await panel.Find(".zone-open").ClickAsync(new());
        await ClickAsync(panel, "zone-delete");
        await UndoByToastAsync(panel, "Zone \"Zone 1\" deleted.");
        Assert.Equal(before, Book.Of(Camera));
        Assert.Contains("Zone 1", panel.Find("[data-testid=zone-list]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Toast_NotOfTheLastChangeAnyMore_LeavesAloneWhatCameSince()
    {
        Book.Add(Camera, ZoneKind.Ignore, Square);
        var panel = Show();
        await panel.InvokeAsync(() => panel.Instance.OnMoved("Zone 1", Larger));
        await panel.InvokeAsync(() => panel.Instance.OnMoved("Zone 1", Square));
        var toast = Assert.Single(Toasts.Shown);

        // Of another screen.
        Book.Change(Camera, "Zone 1", zone => zone with { Name = "Gate" });
        await panel.InvokeAsync(toast.Action!);

        Assert.Equal("Gate", Assert.Single(Book.Of(Camera)).Name);
        Assert.Contains("changed again since then", Toasts.Shown[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Panel_OfAGermanReader_IsGermanAndSoIsThePicture()
    {
        using var german = new Reading("de-DE");
        Book.Add(Camera, ZoneKind.Ignore, Square);

        var panel = Show();
        await panel.Find(".zone-open").ClickAsync(new());
        await ClickAsync(panel, "zone-delete");

        Assert.Equal("Rückgängig: „Zone 1“ gelöscht", panel.Find("[data-testid=zone-undo]").TextContent.Trim());
        Assert.Equal("Zone „Zone 1“ gelöscht.", Assert.Single(Toasts.Shown).Text);
        Assert.Contains("Einschließen", panel.Markup, StringComparison.Ordinal);
        var opened = _rig.Context.JSInterop.Invocations["openEditor"].Single();
        Assert.Equal("Erste Ecke anklicken oder antippen", Assert.IsType<ZoneEditorTexts>(opened.Arguments[1]).Hints[0]);
    }

    [Fact]
    public void Draw_SixteenZonesThere_CannotBegin()
    {
        for (var number = 0; number < ZoneRules.MostZones; number++)
        {
            Book.Add(Camera, ZoneKind.Name, Square);
        }

        Assert.True(Show().Find("[data-testid=zone-draw]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Page_ThatDoesNotAnswer_SaysSoAndStillShowsTheList()
    {
        await using var rig = new ConsoleRig();
        rig.Context.Services.AddSingleton<IJSRuntime>(new DeafBrowser());
        rig.Context.Services.GetRequiredService<ZoneBook>().Add(Camera, ZoneKind.Name, Square);

        var panel = rig.Context.Render<ZonesPanel>();

        Assert.Contains("does not answer", Refusal(panel), StringComparison.Ordinal);
        Assert.Contains("Zone 1", panel.Markup, StringComparison.Ordinal);
    }

    private static string Refusal(IRenderedComponent<ZonesPanel> panel) => panel.Find("[data-testid=zone-refusal]").TextContent;

    private static Task ClickAsync(IRenderedComponent<ZonesPanel> panel, string testId) => panel.Find($"[data-testid={testId}]").ClickAsync(new());

    private async Task UndoByToastAsync(IRenderedComponent<ZonesPanel> panel, string text)
    {
        // Only the last change can be taken back, and there is no toast of any other.
        var toast = Assert.Single(Toasts.Shown);
        Assert.Equal((text, "Undo"), (toast.Text, toast.ActionText));
        Toasts.Dismiss(toast);
        await panel.InvokeAsync(toast.Action!);
        Assert.Empty(Toasts.Shown);
    }

    private IRenderedComponent<ZonesPanel> Show() => _rig.Context.Render<ZonesPanel>();

    private sealed class DeafBrowser : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => throw new JSException("no answer");

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => throw new JSException("no answer");
    }
}
