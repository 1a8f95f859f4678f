using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;

namespace EdgeCctv.Web.Configuration;

/// <summary>
/// How each camera is opened and read: as an operator has set it on a page, kept with the other choices, else as the configuration says.
/// Thread-safe.
/// </summary>
public sealed class KeptTuning : ICameraTuning
{
    private readonly OperatorSettings _choices;
    private readonly ILogger _logger;

    // Asked for once a picture, nearly always for the same camera: made anew only when its choices are others.
    private volatile Made _last;

    public KeptTuning(OperatorSettings choices, EdgeCctvSettings settings, ILogger<KeptTuning> logger)
    {
        (_choices, _logger) = (choices, logger);
        Configured = new CameraTuning(settings.Camera, settings.Capture.JpegQuality);
        _last = new Made(TuningChoices.None, Configured);
        choices.Changed += _ => Changed?.Invoke();
    }

    /// <summary>Raised after something may have been set otherwise, on the thread that did it.</summary>
    public event Action? Changed;

    /// <summary>What the configuration says.</summary>
    public CameraTuning Configured { get; }

    public CameraTuning Of(CameraSource camera)
    {
        var choices = ChoicesOf(camera);
        var last = _last;
        if (!ReferenceEquals(last.Of, choices))
        {
            _last = last = new Made(choices, choices.Over(Configured));
        }

        return last.Tuning;
    }

    /// <summary>What operators have set for this camera.</summary>
    public TuningChoices ChoicesOf(CameraSource camera) => _choices.Of(camera.Display).Tuning;

    /// <summary>Sets this camera otherwise, now and at every later start; what is set as the configuration has it is no choice.</summary>
    /// <exception cref="IOException">It cannot be written; nothing has changed then. The message is for people.</exception>
    /// <exception cref="ArgumentException">Something is not allowed; nothing has changed then.</exception>
    public void Change(CameraSource camera, Func<TuningChoices, TuningChoices> change)
    {
        _choices.Change(camera.Display, before =>
        {
            var after = change(before.Tuning).Beyond(Configured);
            return TuningBounds.Check(after).Refusals is [var refusal, ..] ? throw new ArgumentException(refusal, nameof(change)) : before with { Tuning = after };
        });
        var now = Of(camera);
        ConfigurationLog.TuningChanged(
            _logger, camera.Display, now.JpegQuality, now.Limits.StartTimeout.TotalSeconds, now.Limits.StallTime.TotalSeconds, now.Limits.Reconnect);
    }

    private sealed record Made(TuningChoices Of, CameraTuning Tuning);
}
