using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Web.Configuration;
using Microsoft.AspNetCore.Mvc;

namespace EdgeCctv.Web.Api;

/// <summary><c>POST /start</c>, <c>POST /stop</c>, <c>POST /statistics/reset</c>.</summary>
internal static class CameraEndpoints
{
    /// <summary>The most bytes that a request may bring; a source and a flag need far fewer.</summary>
    public const int LargestBody = 16 * 1024;

    private const string Caller = "a REST client";

    public static void MapCamera(this IEndpointRouteBuilder routes)
    {
        var commands = routes.MapGroup("").DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestBody)).WithTags("Camera")
            .ProducesProblem(StatusCodes.Status403Forbidden);
        commands.MapPost("/start", StartAsync)
            .WithSummary("Starts the camera and waits for its first picture, or joins the attempt under way.")
            .Accepts<StartRequest>(isOptional: true, "application/json")
            .Produces<CameraAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        commands.MapPost("/stop", StopAsync)
            .WithSummary("Stops the camera and waits until it is released, at most 2 s; 503 only while the process ends.")
            .Produces<CameraAnswer>()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        commands.MapPost("/statistics/reset", Reset)
            .WithSummary("Begins the statistics anew; neither the camera nor the sequence is touched.")
            .Produces<ResetAnswer>();
    }

    private static async Task<IResult> StartAsync(HttpRequest request, CameraLifecycleManager camera, SourceBook book, SourceTrust trust)
    {
        var (start, problem) = await StartRequest.ReadAsync(request);
        if (start is null)
        {
            return problem!;
        }

        var source = book.Current;
        return start.Source is { } text && !trust.TryAccept(text, out source, out var error)
            ? Problems.BadRequest(error)
            : Answer(await camera.StartStreamAsync(source!, start.Switch, request.HttpContext.RequestAborted));
    }

    private static async Task<IResult> StopAsync(HttpRequest request, CameraLifecycleManager camera) =>
        Answer(await camera.StopStreamAsync(Caller, request.HttpContext.RequestAborted));

    private static IResult Reset(StatisticsBoard statistics)
    {
        statistics.Reset();
        return Results.Ok(new ResetAnswer(true, "Statistics reset"));
    }

    private static IResult Answer(CameraReply reply) => reply.Kind switch
    {
        CameraReplyKind.Done => Results.Ok(
            new CameraAnswer(true, reply.Message, reply.Status.State.Word(), reply.Status.Source?.Display)),
        CameraReplyKind.Conflict => Problems.Conflict(reply.Message),
        CameraReplyKind.Unavailable => Problems.Unavailable(reply.Message, reply.Status.NextTry),
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply.Kind, "Unknown kind of reply."),
    };
}

internal sealed record CameraAnswer(bool Success, string Message, string CameraState, string? Source);

internal sealed record ResetAnswer(bool Success, string Message);
