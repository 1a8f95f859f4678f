using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using EdgeCctv.Core.Capture.Clips;

namespace EdgeCctv.Web.CommandLine;

/// <summary>Reads and scales on a thread of its own while the frames before are analysed.</summary>
internal static class ReadAhead
{
    // Bound: frames that were read and not yet analysed.
    private const int Most = 8;

    /// <summary>The frames of a clip in their order. The reader is in use until the last one was taken, or the enumeration is disposed.</summary>
    public static IEnumerable<ClipFrame<TPicture>> Frames<TPicture>(IClipReader<TPicture> reader, CancellationToken cancellation)
    {
        using var frames = new BlockingCollection<ClipFrame<TPicture>>(Most);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(Read) { IsBackground = true, Name = "clip reader" };
        thread.Start();
        try
        {
            foreach (var frame in frames.GetConsumingEnumerable(cancellation))
            {
                yield return frame;
            }
        }
        finally
        {
            end.Cancel();
            thread.Join();
        }

        failure?.Throw();

        void Read()
        {
            try
            {
                while (reader.Next(end.Token) is { } frame)
                {
                    frames.Add(frame, end.Token);
                }
            }
            catch (Exception broken)
            {
                // Thrown again by the thread that takes the frames, after the last one.
                failure = ExceptionDispatchInfo.Capture(broken);
            }
            finally
            {
                frames.CompleteAdding();
            }
        }
    }
}
