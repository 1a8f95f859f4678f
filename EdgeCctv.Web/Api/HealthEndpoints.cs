using EdgeCctv.Core.Camera;
using EdgeCctv.Web.Hosting;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Web.Api;

/// <summary>
/// <c>GET /health/live</c>: the process answers and need not be restarted. <c>GET /health/ready</c>: what is wanted of the camera is so.
/// </summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", Live)
            .WithSummary("Whether the process answers; 503 when it has to be restarted.")
            .WithTags("Health")
            .Produces<HealthAnswer>()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        routes.MapGet("/health/ready", Ready)
            .WithSummary("Whether what is wanted of the camera is so: a live picture, or none while it is to be off; else 503 with the cause.")
            .WithTags("Health")
            .Produces<HealthAnswer>()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    internal static IResult Live(CameraLifecycleManager camera) =>
        RestartNeed.Of(camera) is { } need ? Problems.Unavailable(need) : Results.Ok(new HealthAnswer("live"));

    internal static IResult Ready(CameraLifecycleManager camera, LivePicture live)
    {
        var status = camera.GetState();
        return RestartNeed.Of(camera) is { } need ? Problems.Unavailable(need)
            : live.Fresh is not null || !status.Desired ? Results.Ok(new HealthAnswer("ready"))
            : Problems.Unavailable(live.WhyNot, status.NextTry);
    }
}

internal sealed record HealthAnswer(string Status);
