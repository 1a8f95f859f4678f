namespace EdgeCctv.Core.Capture.GStreamer.Clips;

/// <summary>The decoded frames of one file, one after the other. Used by one thread.</summary>
internal sealed class ClipPipeline : IDisposable
{
    private const string Sink = "pictures";

    // A bus error and a cancellation are noticed within this time; a frame is returned at once.
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(100);

    // A decoder that has not given anything for so long never will.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _clock;
    private readonly GStreamerPipeline _pipeline;
    private readonly GstObject _sink;

    /// <param name="decoder">Elements that turn the file into raw pictures.</param>
    /// <param name="tail">Elements that turn those into the ones wanted.</param>
    /// <param name="path">Of the file.</param>
    /// <param name="prepare">Called before it plays.</param>
    /// <param name="clock">For how long is waited.</param>
    public ClipPipeline(string decoder, string tail, string path, Action<GStreamerPipeline> prepare, TimeProvider clock)
    {
        _clock = clock;

        // Bound: four frames decoded ahead. Nothing is dropped: the decoder waits for us.
        _pipeline = new GStreamerPipeline(
            $"filesrc name=source ! {decoder} ! {tail} ! appsink name={Sink} max-buffers=4 drop=false sync=false", words => words);
        _sink = _pipeline.Element(Sink);
        try
        {
            _pipeline.Set("source", "location", path);
            prepare(_pipeline);
            _pipeline.Play();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public TimeSpan? Duration => _pipeline.Duration;

    /// <summary>The next frame, to be unreferenced by the caller; 0 at the end.</summary>
    /// <exception cref="CaptureException">The file cannot be read or decoded any further.</exception>
    public nint Next(CancellationToken cancellation)
    {
        for (var began = _clock.GetTimestamp(); ;)
        {
            cancellation.ThrowIfCancellationRequested();
            var sample = GStreamerSample.Pull(_sink, Slice);
            if (sample != 0)
            {
                return sample;
            }

            // The error that ended the stream, if one did, tells more than the end; frames decoded before it have been taken by now.
            _pipeline.ThrowOnError();
            if (Native.gst_app_sink_is_eos(_sink))
            {
                return 0;
            }

            if (_clock.GetElapsedTime(began) > Patience)
            {
                throw new CaptureException(CameraFault.NoData, $"No frame came for {Patience.TotalSeconds:0} s.");
            }
        }
    }

    public void Dispose()
    {
        _pipeline.Dispose();
        _sink.Dispose();
    }
}
