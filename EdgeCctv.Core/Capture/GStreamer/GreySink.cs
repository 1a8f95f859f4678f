using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>Finds the analysis picture of a given moment among those that GStreamer has made. Used by one thread.</summary>
internal sealed class GreySink(GstObject sink) : IDisposable
{
    // The analysis picture is ready before the JPEG, as a rule; a frame does not wait longer for it.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(20);

    // A picture of a later moment, pulled in search of an earlier one that was lost: kept, or every later one would be missed too.
    private nint _ahead;
    private ulong _last;

    public GreyPicture? Of(ulong timestamp)
    {
        if (timestamp < _last)
        {
            // A clip begins again: what is ahead belongs to the round before.
            Forget();
        }

        _last = timestamp;
        while ((_ahead = _ahead != 0 ? _ahead : GStreamerSample.Pull(sink, LongestWait)) != 0)
        {
            var other = GStreamerSample.Timestamp(_ahead);
            if (other > timestamp)
            {
                return null;
            }

            try
            {
                if (other == timestamp)
                {
                    return GStreamerLuma.Picture(_ahead);
                }
            }
            finally
            {
                Forget();
            }
        }

        return null;
    }

    public void Dispose()
    {
        Forget();
        sink.Dispose();
    }

    private void Forget()
    {
        if (_ahead != 0)
        {
            Native.gst_mini_object_unref(_ahead);
            _ahead = 0;
        }
    }
}
