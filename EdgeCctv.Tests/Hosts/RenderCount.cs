using System.Diagnostics.Metrics;

namespace EdgeCctv.Tests.Hosts;

/// <summary>Counts how often a console in the process of the test renders, by Blazor's own meter.</summary>
internal sealed class RenderCount : IDisposable
{
    // One measurement for each batch that goes to a screen, however many components are in it.
    private const string Batch = "aspnetcore.components.render_diff.duration";

    private readonly MeterListener _listener = new();
    private int _batches;

    public RenderCount(InProcessConsole console)
    {
        var meters = console.Service<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            // Other tests render in this process as well.
            if (instrument.Name == Batch && instrument.Meter.Scope == meters)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, _, _, _) => Interlocked.Increment(ref _batches));
        _listener.Start();
    }

    /// <summary>How many batches there were so far, those of the prerendered page included.</summary>
    public int Batches => Volatile.Read(ref _batches);

    public void Dispose() => _listener.Dispose();
}
