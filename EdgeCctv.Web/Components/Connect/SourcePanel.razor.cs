using System.Globalization;
using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Web.Components.Console;
using EdgeCctv.Web.Configuration;
using EdgeCctv.Web.Kit;
using Microsoft.AspNetCore.Components;
using static EdgeCctv.Web.Components.Connect.ConnectWords;

namespace EdgeCctv.Web.Components.Connect;

/// <summary>What is known of the camera and how it is opened, and the way back to the configured one.</summary>
public sealed partial class SourcePanel : FeedComponent
{
    private const string InConfiguration = "Set in the configuration; a change needs a restart.";

    private string? _refusal;

    [Inject]
    public required SourceBook Book { get; init; }

    [Inject]
    public required CameraLifecycleManager Camera { get; init; }

    [Inject]
    public required EdgeCctvSettings Settings { get; init; }

    [Inject]
    public required ToastBoard Toasts { get; init; }

    private CameraStatus Status => Feed.Current.Camera;

    private IEnumerable<(string Name, string Value, string Hint)> Facts =>
    [
        ("Deploy opens", Book.Current.Display, Book.IsKept ? "Kept by an operator." : "EdgeCctv:Camera:Source of the configuration."),
        ("Codec", Status.Facts?.Codec ?? "–", "What the camera sends, while it runs."),
        ("Transport", Status.Facts?.Transport ?? "–", "How it comes here."),
        ("Device", Status.Facts?.Device ?? "–", "What the camera calls itself."),
        ("Opened by", Status.Facts?.Backend ?? "–", "The library that opened it."),
        ("First picture within", Seconds(Settings.Camera.StartTimeout), $"EdgeCctv:Camera:StartTimeout. {InConfiguration}"),
        ("Lost after", Seconds(Settings.Camera.StallTime), $"EdgeCctv:Camera:StallTime, or three of the camera's own intervals. {InConfiguration}"),
        ("Tried again", "after 1 s five times, 5 s five times, 10 s ten times, then every minute", "For as long as it is wanted; a fault that a person has to mend is tried every minute."),
        ("JPEG quality", Settings.Capture.JpegQuality.ToString(CultureInfo.InvariantCulture), $"1 to 100, EdgeCctv:Camera:JpegQuality; a camera that sends JPEG is passed on as it is. {InConfiguration}"),
    ];

    private async Task ForgetAsync()
    {
        try
        {
            var (before, undo) = (Book.Current, Book.Forget());
            _refusal = null;
            Toasts.Show(new Toast($"{Book.Configured} is what Deploy opens.", "Undo", async () =>
            {
                undo();
                await SwitchAsync(before);
            }));
            await SwitchAsync(Book.Current);
        }
        catch (IOException refused)
        {
            _refusal = refused.Message;
        }
    }

    // One that is off stays off.
    private Task SwitchAsync(CameraSource source) => Camera.GetState().Desired ? Camera.StartStreamAsync(source, switchTo: true) : Task.CompletedTask;
}
