using System.Globalization;
using System.Text;
using EdgeCctv.Core.Frames;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Web.Api;

/// <summary>
/// <c>GET /live</c> (MJPEG) and <c>GET /snapshot.jpg</c>. Neither ever gives an old picture: a stream ends when the newest frame is
/// older than the limit, so that an <c>img</c> element gets its error event instead of standing still.
/// </summary>
internal static class LiveEndpoints
{
    private const string Boundary = "frame";
    private static readonly byte[] PartEnd = "\r\n"u8.ToArray();

    public static void MapLive(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/live", StreamAsync);
        routes.MapGet("/snapshot.jpg", Snapshot);
    }

    private static IResult Snapshot(HttpResponse response, LivePicture live, TimeProvider clock)
    {
        if (live.Fresh is not { } frame)
        {
            return Problems.Unavailable(live.WhyNot);
        }

        response.Headers.CacheControl = "no-store";
        response.Headers["X-Sequence"] = frame.Sequence.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-Received"] = frame.ReceivedUtc.ToString("O", CultureInfo.InvariantCulture);
        response.Headers["X-Age-Ms"] = AgeMilliseconds(frame, clock).ToString(CultureInfo.InvariantCulture);
        return Results.Bytes(frame.Jpeg, "image/jpeg");
    }

    private static async Task StreamAsync(
        HttpContext context, LivePicture live, FrameBroadcaster frames, Freshness freshness, TimeProvider clock, IHostApplicationLifetime lifetime)
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
            await SendAsync(context.Response, subscription, freshness, clock, ending.Token);
        }
        catch (OperationCanceledException)
        {
            // The reader went, or the process ends.
        }
    }

    private static async Task SendAsync(
        HttpResponse response, FrameSubscription subscription, Freshness freshness, TimeProvider clock, CancellationToken ending)
    {
        var header = new byte[256];
        using var tooOld = new DeadManTimer(clock, ending);
        while (true)
        {
            var frame = await subscription.NextAsync(tooOld.Token);
            var limit = freshness.LimitFor(frame);
            if (frame.Age(clock) > limit)
            {
                return;
            }

            tooOld.Restart(limit - frame.Age(clock));
            await response.Body.WriteAsync(header.AsMemory(0, WriteHeader(frame, AgeMilliseconds(frame, clock), header)), tooOld.Token);
            await response.Body.WriteAsync(frame.Jpeg, tooOld.Token);
            await response.Body.WriteAsync(PartEnd, tooOld.Token);
        }
    }

    private static long AgeMilliseconds(Frame frame, TimeProvider clock) => (long)frame.Age(clock).TotalMilliseconds;

    private static int WriteHeader(Frame frame, long age, byte[] target) => Encoding.ASCII.GetBytes(
        string.Create(
            CultureInfo.InvariantCulture,
            $"--{Boundary}\r\nContent-Type: image/jpeg\r\nContent-Length: {frame.Jpeg.Length}\r\nX-Sequence: {frame.Sequence}\r\nX-Received: {frame.ReceivedUtc:O}\r\nX-Age-Ms: {age}\r\n\r\n"),
        target);
}
