using EdgeCctv.Core.Camera;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Web.Api;

/// <summary><c>GET /health/live</c>: the process answers. <c>GET /health/ready</c>: what is wanted of the camera is so.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Ok(new { status = "live" }));
        routes.MapGet("/health/ready", Ready);
    }

    private static IResult Ready(CameraLifecycleManager camera, LivePicture live) =>
        live.Fresh is not null || !camera.GetState().Desired
            ? Results.Ok(new { status = "ready" })
            : Problems.Unavailable(live.WhyNot, camera.GetState().NextTry);
}
