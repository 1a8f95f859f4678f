using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Frames;

namespace EdgeCctv.Web.Configuration;

/// <summary>Builds the settings from the configuration, every key with its default and its bounds.</summary>
internal static class SettingsLoader
{
    /// <summary>The settings, and the mistakes that must stop the start; with mistakes the settings are not to be used.</summary>
    public static (EdgeCctvSettings Settings, IReadOnlyList<string> Mistakes) Load(IConfigurationRoot configuration)
    {
        var reader = new SettingsReader(configuration);
        var settings = new EdgeCctvSettings(
            Source(reader),
            reader.Flag("Camera:AutoStart", true),
            new CameraSettings(
                reader.Duration("Camera:StartTimeout", CameraSettings.Default.StartTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8)),
                reader.Duration("Camera:StallTime", CameraSettings.Default.StallTime, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(15))),
            CaptureSettings.Default with { JpegQuality = reader.Number("Camera:JpegQuality", CaptureSettings.Default.JpegQuality, 10, 100) },
            new Freshness(
                reader.Duration("Live:FreshnessLimit", Freshness.DefaultLimit, TimeSpan.FromSeconds(0.5), Freshness.MaximumLimit),
                reader.Duration("Live:FrozenAfter", Freshness.DefaultFrozenAfter, TimeSpan.Zero, TimeSpan.FromMinutes(10))),
            reader.Number("Statistics:ResetEveryFrames", 0, 0, int.MaxValue),
            reader.Flag("Network:AllowRemoteWithoutLogin", false));
        reader.RejectUnknownKeys();
        var mistakes = settings.AllowRemoteWithoutLogin ? reader.Mistakes : [.. reader.Mistakes, .. BindingGuard.Mistakes(configuration)];
        return (settings, mistakes);
    }

    private static CameraSource Source(SettingsReader reader)
    {
        const string Key = "Camera:Source";
        if (CameraSource.TryParse(reader.Text(Key, CameraSource.Demo.Display), out var source, out var error))
        {
            return source;
        }

        // The parser's sentence shows the value without its secrets; the value itself may hold a password.
        return reader.Reject(Key, null, error, CameraSource.Demo);
    }
}
