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
            .WithSummary("Whether what is wanted of the camera is so: a live picture that an open screen paints, or none while it is to be off; else 503 with the cause and the failing link of the chain of proof.")
            .WithTags("Health")
            .Produces<ReadyAnswer>()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    internal static IResult Live(CameraLifecycleManager camera) =>
        RestartNeed.Of(camera) is { } need ? Problems.Unavailable(need) : Results.Ok(new HealthAnswer("live"));

    internal static IResult Ready(CameraLifecycleManager camera, LivePicture live, ProofWatch watch)
    {
        var (status, proof) = (camera.GetState(), watch.Read());
        return RestartNeed.Of(camera) is { } need ? Problems.Broken(need, proof)
            : proof.Broken is not { } broken ? Results.Ok(new ReadyAnswer("ready", ProofAnswer.Of(proof)))
            : Problems.Broken(live.Fresh is null ? live.WhyNot : broken.Advice, proof, status.NextTry);
    }
}

internal sealed record HealthAnswer(string Status);

internal sealed record ReadyAnswer(string Status, IReadOnlyList<ProofAnswer> Links);
