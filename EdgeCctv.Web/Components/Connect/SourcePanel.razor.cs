using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Web.Components.Console;
using EdgeCctv.Web.Configuration;
using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Connect;

/// <summary>What is known of the camera, and the way back to the configured one.</summary>
public sealed partial class SourcePanel : FeedComponent
{
    private string? _refusal;

    [Inject]
    public required SourceBook Book { get; init; }

    [Inject]
    public required CameraLifecycleManager Camera { get; init; }

    [Inject]
    public required ToastBoard Toasts { get; init; }

    private CameraStatus Status => Feed.Current.Camera;

    private IEnumerable<(string Name, string Value, string Hint)> Facts =>
    [
        (ConnectTexts.DeployOpens, Book.Current.Display, Book.IsKept ? ConnectTexts.DeployOpensKept : ConnectTexts.DeployOpensConfigured),
        (ConnectTexts.Codec, Fact(Status.Facts?.Codec), ConnectTexts.CodecHint),
        (ConnectTexts.Transport, Fact(Status.Facts?.Transport), ConnectTexts.TransportHint),
        (ConnectTexts.DeviceName, Fact(Status.Facts?.Device), ConnectTexts.DeviceNameHint),
        (ConnectTexts.OpenedBy, Fact(Status.Facts?.Backend), ConnectTexts.OpenedByHint),
    ];

    private static string Fact(string? fact) => Sentences.OrNone(fact) ?? "–";

    private async Task ForgetAsync()
    {
        try
        {
            var (before, undo) = (Book.Current, Book.Forget());
            _refusal = null;
            Toasts.Show(new Toast(Told.With(ConnectTexts.Forgotten, Book.Configured), KitTexts.Undo, async () =>
            {
                undo();
                await SwitchAsync(before);
            }));
            await SwitchAsync(Book.Current);
        }
        catch (IOException refused)
        {
            _refusal = Sentences.Of(refused.Message);
        }
    }

    // One that is off stays off.
    private Task SwitchAsync(CameraSource source) => Camera.GetState().Desired ? Camera.StartStreamAsync(source, switchTo: true) : Task.CompletedTask;
}
