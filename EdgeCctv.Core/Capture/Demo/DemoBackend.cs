using Microsoft.Extensions.Logging;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>Opens <c>demo:</c>, the built-in scene, which takes the same way as a real camera. Thread-safe.</summary>
/// <param name="encoders">The JPEG library of this build.</param>
/// <param name="clock">Paces the scene and draws the burnt-in clock.</param>
/// <param name="logger">Told the seed, so that what was seen can be seen again.</param>
public sealed class DemoBackend(IJpegEncoderFactory encoders, TimeProvider clock, ILogger<DemoBackend> logger) : ICaptureBackend, IBackendFacts
{
    private static readonly TimeSpan AnnouncedHorizon = TimeSpan.FromMinutes(10);

    public bool CanOpen(CameraSourceKind kind) => kind == CameraSourceKind.Demo;

    public BackendFacts Describe() => BackendFacts.BuiltIn("Demo camera", "demo:");

    public ICapture Open(CameraSource source, CaptureSettings settings)
    {
        if (!DemoOptions.TryParse(source.Address, out var options, out var error))
        {
            throw new CaptureException(CameraFault.BadSource, error!);
        }

        var seed = options.Seed ?? Random.Shared.Next(1, 1_000_000);
        var encoder = encoders.Create(options.Width, options.Height, settings.JpegQuality);
        var scene = new DemoScene(options, seed);
        DemoLog.Opened(logger, seed, string.Join(", ", scene.EventsUntil(AnnouncedHorizon).Select(Describe)));
        return new DemoCapture(options, scene, encoder, settings, clock);
    }

    private static string Describe(DemoEvent one) => $"{one.Kind} at {one.Start:mm\\:ss}";
}
