using System.Diagnostics.Metrics;
using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Statistics;

namespace EdgeCctv.Web.Hosting;

/// <summary>Publishes the camera's life as meters, beside <see cref="StatisticsMeters"/>. Counters never go back while the process lives.</summary>
internal sealed class CameraMeters : IDisposable
{
    private readonly CameraLifecycleManager _camera;
    private readonly CameraTally _tally;

    public CameraMeters(CameraLifecycleManager camera, TimeProvider clock, IMeterFactory meters)
    {
        _camera = camera;
        _tally = new CameraTally(camera.GetState(), clock);
        camera.StatusChanged += _tally.OnChanged;
        var meter = meters.Create(StatisticsMeters.MeterName);
        meter.CreateObservableGauge("edgecctv.camera.state", States, "1", "1 for the state that the camera is in, 0 for the others, by state.");
        meter.CreateObservableGauge("edgecctv.camera.state.time", () => _tally.InState.TotalSeconds, "s", "How long the camera has been in its state.");
        meter.CreateObservableGauge("edgecctv.camera.desired", () => _camera.GetState().Desired ? 1 : 0, "1", "1 while the camera is wanted, else 0.");
        meter.CreateObservableCounter("edgecctv.camera.attempts", () => _tally.Attempts, "{attempt}", "Attempts to get a first picture since the process began.");
        meter.CreateObservableCounter("edgecctv.camera.reconnects", () => _tally.Losses, "{reconnect}", "Runs that were lost, and so followed by another attempt, since the process began.");
        meter.CreateObservableCounter("edgecctv.camera.faults", Faults, "{fault}", "Attempts and runs that ended with a fault since the process began, by fault; one that a switch went back from is not among them.");
        meter.CreateObservableGauge("edgecctv.camera.captures.lost", () => _camera.GetState().LostCaptures, "{capture}", "Captures whose native side has not returned and was left behind.");
    }

    public void Dispose() => _camera.StatusChanged -= _tally.OnChanged;

    private IEnumerable<Measurement<int>> States()
    {
        var current = _camera.GetState().State;
        return Enum.GetValues<CameraState>().Select(state =>
            new Measurement<int>(state == current ? 1 : 0, new KeyValuePair<string, object?>("state", state.Word())));
    }

    // Only faults that there were: the others would be fifteen rows of nothing.
    private IEnumerable<Measurement<long>> Faults() =>
        from fault in Enum.GetValues<CameraFault>()
        let count = _tally.Faults(fault)
        where count > 0
        select new Measurement<long>(count, new KeyValuePair<string, object?>("fault", fault.ToString()));
}
