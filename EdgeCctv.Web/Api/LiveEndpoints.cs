using System.Buffers;
using System.Globalization;
using System.Text.Unicode;
using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Core.Frames;
using EdgeCctv.Web.Drill;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Web.Api;

/// <summary>
/// <c>GET /live</c> (MJPEG) and <c>GET /snapshot.jpg</c>. Neither ever gives an old picture: a stream ends when the newest frame is
/// older than the limit, so that an <c>img</c> element gets its error event instead of standing still.
/// </summary>
internal static class LiveEndpoints
{
    private const string Boundary = "frame";
    private const int LongestHeader = 256;

    // So that whoever records tells a picture of a drill from a real one.
    private const string DrillHeader = "X-Drill";

    public static void MapLive(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/live", StreamAsync)
            .WithSummary("The live picture as MJPEG; each part has X-Sequence, X-Received and X-Age-Ms, and X-Drill with its kind when a drill may have changed the picture. Ends when the newest picture is no longer live.")
            .WithTags("Picture")
            .Produces<Stream>(contentType: "multipart/x-mixed-replace")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        routes.MapGet("/snapshot.jpg", Snapshot)
            .WithSummary("The newest picture while it is live, with X-Sequence, X-Received and X-Age-Ms, and X-Drill with its kind when a drill may have changed the picture; never an old one.")
            .WithTags("Picture")
            .Produces<Stream>(contentType: "image/jpeg")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Snapshot(HttpResponse response, LivePicture live, DrillCoordinator drill, TimeProvider clock)
    {
        if (live.Fresh is not { } frame)
        {
            return Problems.Unavailable(live.WhyNot);
        }

        response.Headers.CacheControl = "no-store";
        response.Headers["X-Sequence"] = frame.Sequence.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-Received"] = frame.ReceivedUtc.ToString("O", CultureInfo.InvariantCulture);
        response.Headers["X-Age-Ms"] = ((long)frame.Age(clock).TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        if (drill.KindFor(frame) is { } kind)
        {
            response.Headers[DrillHeader] = kind.Word();
        }

        return Results.Bytes(frame.Jpeg, "image/jpeg");
    }

    private static async Task StreamAsync(
        HttpContext context,
        LivePicture live,
        FrameBroadcaster frames,
        Freshness freshness,
        DrillCoordinator drill,
        TimeProvider clock,
        IHostApplicationLifetime lifetime)
    {
        if (live.Fresh is null)
        {
            await Problems.Unavailable(live.WhyNot).ExecuteAsync(context);
            return;
        }

        context.Response.ContentType = $"multipart/x-mixed-replace; boundary={Boundary}";
        context.Response.Headers.CacheControl = "no-store";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        using var subscription = frames.Subscribe();
        try
        {
            await SendAsync(context.Response, subscription, freshness, drill, clock, ending.Token);
        }
        catch (OperationCanceledException)
        {
            // The reader went, or the process ends.
        }
    }

    private static async Task SendAsync(
        HttpResponse response, FrameSubscription subscription, Freshness freshness, DrillCoordinator drill, TimeProvider clock, CancellationToken ending)
    {
        using var tooOld = new DeadManTimer(clock, ending);
        while (true)
        {
            var frame = await subscription.NextAsync(tooOld.Token);
            var (age, limit) = (frame.Age(clock), freshness.LimitFor(frame));
            if (!freshness.IsFresh(frame, clock))
            {
                return;
            }

            tooOld.Restart(limit - age);
            var part = ArrayPool<byte>.Shared.Rent(LongestHeader + frame.Jpeg.Length);
            try
            {
                await response.Body.WriteAsync(part.AsMemory(0, WritePart(part, frame, age, drill.KindFor(frame))), tooOld.Token);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(part);
            }
        }
    }

    // Header and picture in one piece: every write of its own would be a chunk and a system call of its own.
    private static int WritePart(Span<byte> target, Frame frame, TimeSpan age, DrillKind? drill)
    {
        var mark = drill is { } kind ? $"{DrillHeader}: {kind.Word()}\r\n" : "";
        Utf8.TryWrite(
            target,
            CultureInfo.InvariantCulture,
            $"\r\n--{Boundary}\r\nContent-Type: image/jpeg\r\nContent-Length: {frame.Jpeg.Length}\r\nX-Sequence: {frame.Sequence}\r\nX-Received: {frame.ReceivedUtc:O}\r\nX-Age-Ms: {(long)age.TotalMilliseconds}\r\n{mark}\r\n",
            out var header);
        frame.Jpeg.CopyTo(target[header..]);
        return header + frame.Jpeg.Length;
    }
}
