using EdgeCctv.Core.Capture.Clips;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Web.CommandLine;

/// <summary>The frames of a clip in their order, and what moved between those that are analysed, computed on all processors.</summary>
internal static class ClipPairs
{
    // Bound: pairs that are being computed or wait to be taken. Enough that no processor waits for the order.
    private static readonly int Most = 2 * Environment.ProcessorCount;

    /// <summary>The pair is null for a frame that is not analysed; else it is valid until the next frame is asked for.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IEnumerable<(int Number, ScenePair? Pair)> Of(
        IClipReader<GreyPicture> reader, AnalysisPace pace, SceneGeometry geometry, CancellationToken cancellation)
    {
        var ahead = new Queue<(int Number, Task<ScenePair?> Pair)>();
        var free = new Stack<ScenePair>();
        var (passed, before) = (0, (GreyPicture?)null);
        foreach (var (number, picture) in ReadAhead.Frames(reader, cancellation))
        {
            // Where frames cannot be decoded, what moved meanwhile would look too fast.
            before = number == passed + 1 ? before : null;
            passed = number;
            ahead.Enqueue((number, pace.Takes(number) ? Compute(before, picture) : Task.FromResult<ScenePair?>(null)));
            before = pace.Takes(number) ? picture : before;
            if (ahead.Count > Most)
            {
                var next = Next();
                yield return next;
                Free(next.Pair);
            }
        }

        while (ahead.Count > 0)
        {
            yield return Next();
        }

        Task<ScenePair?> Compute(GreyPicture? earlier, GreyPicture later)
        {
            var pair = free.TryPop(out var used) ? used : new ScenePair(geometry);
            return Task.Run<ScenePair?>(
                () =>
                {
                    pair.Compute(earlier, later);
                    return pair;
                },
                cancellation);
        }

        (int Number, ScenePair? Pair) Next()
        {
            var (number, pair) = ahead.Dequeue();
            return (number, pair.GetAwaiter().GetResult());
        }

        void Free(ScenePair? pair)
        {
            if (pair is not null)
            {
                free.Push(pair);
            }
        }
    }
}
