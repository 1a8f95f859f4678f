using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Statistics;
using Microsoft.JSInterop;

namespace EdgeCctv.Web.Components.Console;

/// <summary>
/// Calls the script of one stage, and keeps account of its answers, so that the script can tell how long each message was on its way
/// (see round-trips.js). On the circuit's dispatcher only.
/// </summary>
internal sealed class StageCalls(IJSObjectReference stage, StageNews news, Freshness freshness, TimeProvider clock)
{
    // Making the stage was the first answer.
    private long _heard;
    private long _heardAt = clock.GetTimestamp();

    /// <summary>Sends a picture and waits until it is painted.</summary>
    /// <returns>Where its time went; null when it was not painted.</returns>
    public async ValueTask<PaintTiming?> PaintAsync(Frame frame, CancellationToken broken)
    {
        var sent = clock.GetTimestamp();
        var limit = freshness.LimitFor(frame);
        var items = news.Read();
        var answer = await stage.InvokeAsync<PaintAnswer>(
            "paint",
            broken,
            frame.Jpeg,
            frame.Sequence,
            frame.Age(clock).TotalMilliseconds,
            limit.TotalMilliseconds,
            limit > freshness.Limit ? frame.Interval?.TotalMilliseconds : null,
            _heard,
            clock.GetElapsedTime(_heardAt).TotalMilliseconds,
            news.Milliseconds(frame.ReceivedTimestamp),
            items.Findings);
        news.HeardFindings(items);
        Hear(answer.Answer);
        return answer.IsPainted ? Timing(frame, sent, answer) : null;
    }

    /// <summary>Tells what is known beside the picture.</summary>
    public async ValueTask TellAsync(StageBeat beat, CancellationToken broken)
    {
        var items = news.Read();
        Hear(await stage.InvokeAsync<long>("tell", broken, beat with { Findings = items.Findings, Zones = items.Zones }));
        news.HeardFindings(items);
        news.HeardZones(items);
    }

    private PaintTiming Timing(Frame frame, long sent, PaintAnswer answer)
    {
        // What the page says can be no more than what passed here between question and answer.
        var whole = clock.GetElapsedTime(sent);
        var paint = Within(answer.PaintMs, whole);
        return new PaintTiming(
            frame.Drift,
            clock.GetElapsedTime(frame.ReceivedTimestamp, frame.ReadyTimestamp),
            clock.GetElapsedTime(frame.ReadyTimestamp, sent),
            Within(answer.WayMs ?? double.MaxValue, whole - paint),
            paint);
    }

    private static TimeSpan Within(double milliseconds, TimeSpan most) =>
        milliseconds >= most.TotalMilliseconds ? most : TimeSpan.FromMilliseconds(Math.Max(0, milliseconds));

    // Answers may overtake each other: the latest is the one that tells most.
    private void Hear(long answer)
    {
        if (answer > _heard)
        {
            (_heard, _heardAt) = (answer, clock.GetTimestamp());
        }
    }
}
