using System.Globalization;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Frames;
using EdgeCctv.Web.Components.Console;
using EdgeCctv.Web.Configuration;
using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Texts;
using EdgeCctv.Web.Trial;
using Microsoft.AspNetCore.Components;
using static EdgeCctv.Web.Components.Connect.ConnectWords;

namespace EdgeCctv.Web.Components.Connect;

/// <summary>Find a camera or enter its address, try it, keep it. The trial itself is the server's: it ends though nobody is here.</summary>
public sealed partial class ConnectPanel : FeedComponent
{
    private readonly SourceForm _form = new();
    private IReadOnlyList<UsbCamera> _cameras = [];
    private string? _missing;

    [Inject]
    public required CameraTrial Trial { get; init; }

    [Inject]
    public required FrameBroadcaster Frames { get; init; }

    [Inject]
    public required KeptTuning Tuning { get; init; }

    [Inject]
    public required ToastBoard Toasts { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private TrialStatus Status => Trial.Status;

    private string Warning => Feed.Current.Camera is { Desired: true, Source: { } source }
        ? Told.With(ConnectTexts.WarningInterrupts, Name(source), Seconds(CameraTrial.ShownFor))
        : Told.With(ConnectTexts.WarningReleases, Seconds(CameraTrial.ShownFor));

    private string Opening =>
        Status.Source is { } source ? Told.With(ConnectTexts.Opening, source, Seconds(Tuning.Of(source).Limits.StartTimeout)) : "";

    private string Countdown
    {
        get
        {
            var left = (Status.GoesBackAt ?? default) - Clock.GetUtcNow();
            var seconds = Seconds(left > TimeSpan.Zero ? TimeSpan.FromSeconds(Math.Ceiling(left.TotalSeconds)) : TimeSpan.Zero);
            return Status.Before is { } before ? Told.With(ConnectTexts.ComesBack, NameFirst(before), seconds) : Told.With(ConnectTexts.Released, seconds);
        }
    }

    private string Facts => string.Join(", ", new[]
    {
        Frames.Newest is { } newest ? $"{newest.Width}×{newest.Height}" : null,
        Told.With(ConnectTexts.PicturesASecond, Feed.Current.Statistics.Fps),
        Sentences.OrNone(Feed.Current.Camera.Facts?.Codec),
        Sentences.OrNone(Feed.Current.Camera.Facts?.Transport),
        Sentences.OrNone(Feed.Current.Camera.Facts?.Device),
        Sentences.OrNone(Feed.Current.Camera.Facts?.Backend),
    }.Where(fact => !string.IsNullOrEmpty(fact)));

    protected override void OnInitialized()
    {
        base.OnInitialized();
        Trial.Changed += Redraw;
        LookForCameras();
    }

    protected override void OnDisposed() => Trial.Changed -= Redraw;

    private static string Number(UsbCamera camera) => camera.Number.ToString(CultureInfo.InvariantCulture);

    private void LookForCameras() => _cameras = UsbCamera.Find();

    private async Task TryAsync()
    {
        (var locator, _missing) = _form.Make();
        if (locator is not null)
        {
            await Trial.TryAsync(locator);
        }
    }

    private Task GoBackAsync() => Trial.GoBackAsync();

    private void Keep()
    {
        try
        {
            if (Trial.Keep() is { } undo)
            {
                _missing = null;
                _form.Password = "";
                Toasts.Show(new Toast(Told.With(ConnectTexts.Kept, Trial.Status.Source), KitTexts.Undo, undo));
            }
        }
        catch (IOException refused)
        {
            _missing = Sentences.Of(refused.Message);
        }
    }
}
