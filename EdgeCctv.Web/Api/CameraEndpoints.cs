using System.Text.Json;
using System.Text.Json.Serialization;
using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Web.Configuration;

namespace EdgeCctv.Web.Api;

/// <summary><c>POST /start</c>, <c>POST /stop</c>, <c>POST /statistics/reset</c>.</summary>
internal static class CameraEndpoints
{
    private const string Caller = "a REST client";

    public static void MapCamera(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/start", StartAsync).DisableAntiforgery();
        routes.MapPost("/stop", StopAsync).DisableAntiforgery();
        routes.MapPost("/statistics/reset", Reset).DisableAntiforgery();
    }

    private static async Task<IResult> StartAsync(HttpRequest request, CameraLifecycleManager camera, EdgeCctvSettings settings)
    {
        var (source, error) = await ReadSourceAsync(request, settings);
        return source is null
            ? Problems.BadRequest(error!)
            : Answer(await camera.StartStreamAsync(source, cancellation: request.HttpContext.RequestAborted));
    }

    private static async Task<IResult> StopAsync(HttpRequest request, CameraLifecycleManager camera) =>
        Answer(await camera.StopStreamAsync(Caller, request.HttpContext.RequestAborted));

    private static IResult Reset(StatisticsBoard statistics)
    {
        statistics.Reset();
        return Results.Ok(new { success = true, message = "Statistics reset" });
    }

    private static IResult Answer(CameraReply reply) => reply.Kind switch
    {
        CameraReplyKind.Done => Results.Ok(
            new CameraAnswer(true, reply.Message, reply.Status.State.Word(), reply.Status.Source?.Display)),
        CameraReplyKind.Conflict => Problems.Conflict(reply.Message),
        CameraReplyKind.Unavailable => Problems.Unavailable(reply.Message, reply.Status.NextTry),
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply.Kind, "Unknown kind of reply."),
    };

    private static async Task<(CameraSource? Source, string? Error)> ReadSourceAsync(HttpRequest request, EdgeCctvSettings settings)
    {
        const string Allowed = "allowed: no body, or {\"source\": \"rtsp://…\"}";
        StartRequest? body = null;
        try
        {
            if (request.ContentLength is not null and not 0 || request.Headers.TransferEncoding.Count > 0)
            {
                body = await JsonSerializer.DeserializeAsync(request.Body, StartRequestJson.Default.StartRequest, request.HttpContext.RequestAborted);
            }
        }
        catch (JsonException wrong)
        {
            return (null, $"The body is not as expected ({(wrong.Path is { Length: > 1 } path ? path : "no JSON object")}); {Allowed}.");
        }

        return body?.Source is { } text ? Trusted(text, settings) : (settings.Source, null);
    }

    // What the configuration names is trusted; what comes over HTTP may neither run pipeline text nor read this machine's files.
    private static (CameraSource? Source, string? Error) Trusted(string text, EdgeCctvSettings settings) =>
        !CameraSource.TryParse(text, out var source, out var error) ? (null, error)
        : source.Equals(settings.Source) || source.Kind is CameraSourceKind.Demo or CameraSourceKind.Rtsp ? (source, null)
        : (null, $"A {source.Kind.ToString().ToLowerInvariant()} source can only be set in the configuration; allowed over HTTP: demo:, rtsp://.");
}

internal sealed record StartRequest(string? Source);

internal sealed record CameraAnswer(bool Success, string Message, string CameraState, string? Source);

[JsonSerializable(typeof(StartRequest))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
internal sealed partial class StartRequestJson : JsonSerializerContext;
