using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace EdgeCctv.Tests.Fakes;

/// <summary>Meters of one test, and what they say: those of other tests are not heard.</summary>
internal sealed class TestMeters : IMeterFactory
{
    private readonly MeterListener _listener = new();
    private readonly List<Meter> _meters = [];
    private readonly List<Instrument> _instruments = [];
    private readonly List<(string Name, string Tag, double Value)> _measured = [];
    private readonly ConcurrentQueue<(string Name, string Tag, double Value)> _recorded = new();

    public TestMeters()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == this)
            {
                _instruments.Add(instrument);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<float>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    public IReadOnlyList<Instrument> Instruments => _instruments;

    /// <summary>What was told by itself, as histograms are, on whatever thread.</summary>
    public IReadOnlyCollection<(string Name, string Tag, double Value)> Recorded => _recorded;

    public Meter Create(MeterOptions options)
    {
        options.Scope = this;
        var meter = new Meter(options);
        _meters.Add(meter);
        return meter;
    }

    /// <summary>What one instrument says now: its values, by the value of their tag or tags ("a b"), "" where they have none.</summary>
    public Dictionary<string, double> Read(string name)
    {
        _measured.Clear();
        _listener.RecordObservableInstruments();
        return _measured.Where(one => one.Name == name).ToDictionary(one => one.Tag, one => one.Value);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meters.ForEach(meter => meter.Dispose());
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var one = (instrument.Name, string.Join(' ', tags.ToArray().Select(tag => tag.Value)), value);
        if (instrument.IsObservable)
        {
            _measured.Add(one);
        }
        else
        {
            _recorded.Enqueue(one);
        }
    }
}
