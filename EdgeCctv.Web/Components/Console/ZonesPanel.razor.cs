using EdgeCctv.Core.Inference.Zones;
using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Texts;
using EdgeCctv.Web.Zones;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace EdgeCctv.Web.Components.Console;

/// <summary>The zones of the camera that is watched: drawn and moved on the picture (see zone-editor.js), named and deleted here.</summary>
public sealed partial class ZonesPanel : FeedComponent, IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _disposal = new();
    private DotNetObjectReference<ZonesPanel>? _self;
    private IJSObjectReference? _editor;
    private ZoneKind _newKind = ZoneKind.Ignore;
    private bool _isDrawing;
    private string? _selected;
    private string? _refusal;
    private Toast? _toast;
    private (string Camera, IReadOnlyList<Zone> Zones, string? Selected)? _shown;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required ZoneBook Book { get; init; }

    [Inject]
    public required ZoneFollower Follower { get; init; }

    [Inject]
    public required ToastBoard Toasts { get; init; }

    private static IReadOnlyList<(ZoneKind Value, string Text)> Kinds => [.. Enum.GetValues<ZoneKind>().Select(kind => (kind, kind.Title()))];

    private string Camera => Follower.Camera;

    private IReadOnlyList<Zone> Zones => Book.Of(Camera);

    private bool CanDraw => Zones.Count < ZoneRules.MostZones;

    private string DrawHint => CanDraw ? ZoneTexts.DrawHint : Told.With(ZoneTexts.DrawFullHint, ZoneRules.MostZones);

    /// <summary>An outline was closed on the picture.</summary>
    /// <returns>Whether it was taken; else it stays on the picture and can be mended.</returns>
    [JSInvokable]
    public bool OnDrawn(ZonePoint[] corners)
    {
        var drawn = Take(Book.Add(Camera, _newKind, corners ?? []));
        if (drawn is not null)
        {
            (_isDrawing, _selected) = (false, drawn.Zone.Name);
        }

        StateHasChanged();
        return drawn is not null;
    }

    /// <summary>The outline was given up.</summary>
    [JSInvokable]
    public void OnCancelled()
    {
        (_isDrawing, _refusal) = (false, null);
        StateHasChanged();
    }

    /// <summary>A corner was let go.</summary>
    /// <returns>Whether the new outline was taken; else the zone stays as it was.</returns>
    [JSInvokable]
    public bool OnMoved(string name, ZonePoint[] corners)
    {
        Take(Book.Change(Camera, name, zone => zone with { Corners = corners ?? [] }));
        StateHasChanged();
        return _refusal is null;
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _disposal.CancelAsync();
        await CallAsync("dispose");
        _self?.Dispose();
        _disposal.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await OpenAsync();
        }

        // The page shows what is stored, whoever changed it.
        var current = (Camera, Zones, _selected);
        if (_editor is not null && (_shown is not { } shown || shown.Camera != current.Camera || shown.Selected != _selected || !shown.Zones.SequenceEqual(current.Zones)))
        {
            _shown = current;
            await CallAsync("show", current.Zones.Select(zone => new StageZone(zone.Name, zone.Kind.Word(), zone.Corners)).ToArray(), _selected);
        }
    }

    private async Task OpenAsync()
    {
        _self = DotNetObjectReference.Create(this);
        try
        {
            await using var module = await Js.InvokeAsync<IJSObjectReference>("import", Limit, "./js/live/zone-editor.js");
            _editor = await module.InvokeAsync<IJSObjectReference?>("openEditor", Limit, _self, ZoneEditorTexts.Current);
        }
        catch (Exception gone) when (gone is JSException or JSDisconnectedException or OperationCanceledException)
        {
            _refusal = ZoneTexts.NoAnswer;
            StateHasChanged();
            return;
        }

        if (_disposal.IsCancellationRequested)
        {
            await CallAsync("dispose");
        }
        else if (_isDrawing)
        {
            // Asked for before the page could be told.
            await CallAsync("draw");
        }
    }

    private async Task CallAsync(string method, params object?[] arguments)
    {
        try
        {
            if (_editor is { } editor)
            {
                await editor.InvokeVoidAsync(method, Limit, arguments);
            }
        }
        catch (Exception gone) when (gone is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone; whatever comes next shows it all anew.
        }
    }

    private Task DrawAsync()
    {
        (_isDrawing, _selected, _refusal) = (true, null, null);
        return CallAsync("draw");
    }

    private Task CancelAsync()
    {
        OnCancelled();
        return CallAsync("cancel");
    }

    private Task TakeBackAsync() => CallAsync("takeBack");

    private void Select(string name) => (_selected, _refusal) = (name == _selected ? null : name, null);

    private void Rename(string name)
    {
        name = name.Trim();
        Take(Book.Change(Camera, _selected!, zone => zone with { Name = name }));
        _selected = _refusal is null ? name : _selected;
    }

    private void SetKind(ZoneKind kind) => Take(Book.Change(Camera, _selected!, zone => zone with { Kind = kind }));

    private void Delete()
    {
        Take(Book.Delete(Camera, _selected!));
        _selected = null;
    }

    private void Undo()
    {
        (_refusal, _selected) = (Sentences.OrNone(Book.Undo(Camera)), null);
        Replace(null);
    }

    private ZoneChange? Take(ZoneReply reply)
    {
        _refusal = Sentences.OrNone(reply.Refusal);
        if (reply.Change is { } change)
        {
            var camera = Camera;
            Replace(new Toast(change.Done(), KitTexts.Undo, () => TakeBack(camera, change)));
        }

        return reply.Change;
    }

    // Also when the page shows something else by now.
    private Task TakeBack(string camera, ZoneChange change)
    {
        if (Book.Undo(camera, change) is { } refusal)
        {
            Toasts.Show(new Toast(Sentences.Of(refusal)));
        }

        (_refusal, _selected) = (null, null);
        StateHasChanged();
        return Task.CompletedTask;
    }

    // Only the last change can be taken back: a toast of one before would promise too much.
    private void Replace(Toast? toast)
    {
        if (_toast is { } before)
        {
            Toasts.Dismiss(before);
        }

        _toast = toast;
        if (toast is not null)
        {
            Toasts.Show(toast);
        }
    }
}
