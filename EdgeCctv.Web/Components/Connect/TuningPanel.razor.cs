using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Web.Components.Console;
using EdgeCctv.Web.Configuration;
using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Connect;

/// <summary>How the camera is opened and read: each thing is in force when it is set, without a restart, and can be undone.</summary>
public sealed partial class TuningPanel : FeedComponent
{
    // What was written and cannot be: it stays in its field for as long as it is refused.
    private (string Id, string Text)? _refused;
    private string? _refusal;

    [Inject]
    public required KeptTuning Tuning { get; init; }

    [Inject]
    public required SourceBook Book { get; init; }

    [Inject]
    public required ToastBoard Toasts { get; init; }

    // The one that is open or is to be; else the one that Deploy would open.
    private CameraSource Camera => Feed.Current.Camera is { Desired: true, Source: { } source } now ? now.Next ?? source : Book.Current;

    private CameraTuning Now => Tuning.Of(Camera);

    private TuningChoices Chosen => Tuning.ChoicesOf(Camera);

    private static IReadOnlyList<(ReconnectPolicy Value, string Text)> Policies =>
        [.. Enum.GetValues<ReconnectPolicy>().Select(policy => (policy, ConnectWords.Name(policy)))];

    protected override void OnInitialized()
    {
        base.OnInitialized();
        Tuning.Changed += Redraw;
    }

    protected override void OnDisposed() => Tuning.Changed -= Redraw;

    private string Text(TuningField field) => _refused is { } refused && refused.Id == field.Id ? refused.Text : TuningField.Shown(field.Now(Now));

    private void Take(TuningField field, string? text)
    {
        var (value, refusal) = field.Parse(text ?? "");
        if (value is null)
        {
            (_refused, _refusal) = ((field.Id, text ?? ""), refusal);
        }
        else
        {
            Set(field, value);
        }
    }

    private void Set(TuningField field, double? value)
    {
        var before = field.Chosen(Chosen);
        Change(choices => field.With(choices, value), choices => field.With(choices, before), tuning => field.SetText(field.Now(tuning)));
    }

    private void Set(ReconnectPolicy? policy)
    {
        var before = Chosen.Reconnect;
        Change(
            choices => choices with { Reconnect = policy },
            choices => choices with { Reconnect = before },
            tuning => Told.With(ConnectTexts.ReconnectSet, ConnectWords.Name(tuning.Limits.Reconnect)));
    }

    private void Change(Func<TuningChoices, TuningChoices> change, Func<TuningChoices, TuningChoices> undo, Func<CameraTuning, string> told)
    {
        var (camera, before) = (Camera, Now);
        (_refused, _refusal) = (null, null);
        try
        {
            Tuning.Change(camera, change);
        }
        catch (IOException refused)
        {
            _refusal = Sentences.Of(refused.Message);
            return;
        }

        if (Tuning.Of(camera) is var after && after != before)
        {
            Toasts.Show(new Toast(told(after), KitTexts.Undo, () =>
            {
                Tuning.Change(camera, undo);
                return Task.CompletedTask;
            }));
        }
    }
}
