using System.Globalization;
using System.Text.Json;
using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Web.Drill;
using Microsoft.AspNetCore.Mvc;

namespace EdgeCctv.Web.Api;

/// <summary><c>POST /drill</c>, <c>POST /drill/end</c>, <c>GET /drill</c>, <c>GET /drill/report</c>.</summary>
internal static class DrillEndpoints
{
    private const string Caller = "a REST client";

    // For people too: the file is kept, read and handed on.
    private static readonly JsonSerializerOptions FileOptions =
        new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    public static void MapDrill(this IEndpointRouteBuilder routes)
    {
        var commands = routes.MapGroup("").DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(CameraEndpoints.LargestBody)).WithTags("Drill")
            .ProducesProblem(StatusCodes.Status403Forbidden);
        commands.MapPost("/drill", BeginAsync)
            .WithSummary("Rehearses a fault of the camera: its pictures are disturbed for some seconds, and every screen is checked; 403 when drills are switched off.")
            .Accepts<DrillRequest>("application/json")
            .Produces<DrillCommandAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        commands.MapPost("/drill/end", End)
            .WithSummary("Ends the drill under way before its time.")
            .Produces<DrillCommandAnswer>();
        var answers = routes.MapGroup("").WithTags("Drill");
        answers.MapGet("/drill", Read)
            .WithSummary("The drill under way, and the report of the last one.")
            .Produces<DrillAnswer>();
        answers.MapGet("/drill/report", Download)
            .WithSummary("The report of the last drill as a file; 404 before the first.")
            .Produces<DrillReportAnswer>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> BeginAsync(HttpRequest request, DrillCoordinator drill)
    {
        var (kind, problem) = await DrillRequest.ReadAsync(request);
        return kind is null ? problem! : Answer(drill.Begin(kind.Value, Caller), drill);
    }

    private static IResult End(DrillCoordinator drill) => Answer(drill.End(Caller), drill);

    private static DrillAnswer Read(DrillCoordinator drill) => new(
        drill.IsEnabled, DrillProgressAnswer.Of(drill.Current), drill.LastReport is { } report ? DrillReportAnswer.Of(report) : null);

    private static IResult Download(DrillCoordinator drill) => drill.LastReport is { } report
        ? Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(DrillReportAnswer.Of(report), FileOptions), "application/json", FileName(report))
        : Problems.Refused(StatusCodes.Status404NotFound, "There has been no drill since the program started.");

    private static string FileName(DrillReport report) => string.Create(
        CultureInfo.InvariantCulture, $"drill-{report.Kind.Word()}-{report.Began.UtcDateTime:yyyy-MM-dd'T'HH-mm-ss'Z'}-{report.Verdict.Word().Replace('_', '-')}.json");

    private static IResult Answer(DrillReply reply, DrillCoordinator drill) => reply.Kind switch
    {
        DrillReplyKind.Done => Results.Ok(new DrillCommandAnswer(true, reply.Message, DrillProgressAnswer.Of(drill.Current))),
        DrillReplyKind.Refused => Problems.Conflict(reply.Message),
        DrillReplyKind.SwitchedOff => Problems.Forbidden(reply.Message),
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply.Kind, "Unknown kind of reply."),
    };
}
