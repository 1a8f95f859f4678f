using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Scene.Watch;
using Microsoft.AspNetCore.Mvc;

namespace EdgeCctv.Web.Api;

/// <summary><c>/analysis/models</c> and <c>/analysis/learn</c>: the scene's models as files, and their learning.</summary>
internal static class SceneEndpoints
{
    private const string Caller = "a REST client";
    private const string FileType = "application/octet-stream";

    public static void MapScene(this IEndpointRouteBuilder routes)
    {
        var answers = routes.MapGroup("").WithTags("Scene");
        answers.MapGet("/analysis/models", List)
            .WithSummary("The models of this camera's scene, the newest first.")
            .Produces<SceneModelsAnswer>();
        answers.MapGet("/analysis/models/{name}", Export)
            .WithSummary("A model as one ONNX file, its facts in the metadata.")
            .Produces<Stream>(contentType: FileType)
            .ProducesProblem(StatusCodes.Status404NotFound);
        var commands = routes.MapGroup("").DisableAntiforgery().WithTags("Scene").ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status500InternalServerError);
        commands.MapPut("/analysis/models/{name}", ImportAsync).WithMetadata(new RequestSizeLimitAttribute(SceneModelFile.MostBytes))
            .WithSummary("Takes up a model file under this name, in force at once where that name is in use; what was there can be had back on the console.")
            .Accepts<byte[]>(FileType)
            .Produces<SceneCommandAnswer>()
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        commands.MapDelete("/analysis/models/{name}", Delete)
            .WithSummary("Deletes a model for good; the newest of the others that suits is used in its place, one of this camera first.")
            .Produces<SceneCommandAnswer>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        var small = new RequestSizeLimitAttribute(CameraEndpoints.LargestBody);
        commands.MapPost("/analysis/learn", LearnAsync).WithMetadata(small)
            .WithSummary("Begins to learn what is normal; nothing is alarmed meanwhile. It goes on by itself until enough was seen.")
            .Accepts<LearnRequest>(isOptional: true, "application/json")
            .Produces<SceneCommandAnswer>()
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        commands.MapPost("/analysis/learn/stop", Stop).WithMetadata(small)
            .WithSummary("Ends learning now: with a model where enough was seen, else without.")
            .Produces<SceneCommandAnswer>();
    }

    private static SceneModelsAnswer List(SceneWatch watch) => SceneModelsAnswer.Of(watch.Read());

    private static IResult Export(string name, SceneWatch watch) => watch.Library.Export(name) is { } file
        ? Results.Bytes(file, FileType, $"{name}.onnx")
        : Problems.Refused(StatusCodes.Status404NotFound, "There is no model of this name for this camera.");

    private static async Task<IResult> ImportAsync(string name, HttpRequest request, SceneWatch watch)
    {
        using var file = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(file, request.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException wrong)
        {
            return Problems.Refused(wrong.StatusCode, wrong.Message);
        }

        return Answer(watch.Library.Import(name, file.ToArray(), Caller));
    }

    private static IResult Delete(string name, SceneWatch watch) => Answer(watch.Library.Delete(name, Caller));

    private static async Task<IResult> LearnAsync(HttpRequest request, SceneWatch watch)
    {
        var (learn, problem) = await LearnRequest.ReadAsync(request);
        return learn is null
            ? problem!
            : Answer(watch.Learn(learn.Minutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null, learn.Name, Caller));
    }

    private static IResult Stop(SceneWatch watch) => Answer(watch.Learning.Stop(Caller));

    private static IResult Answer(SceneReply reply) => reply.Kind switch
    {
        SceneReplyKind.Done => Results.Ok(new SceneCommandAnswer(true, reply.Message)),
        SceneReplyKind.Refused => Problems.Conflict(reply.Message),
        SceneReplyKind.Invalid => Problems.BadRequest(reply.Message),
        SceneReplyKind.NotFound => Problems.Refused(StatusCodes.Status404NotFound, reply.Message),
        SceneReplyKind.Failed => Problems.Refused(StatusCodes.Status500InternalServerError, reply.Message),
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply.Kind, "Unknown kind of reply."),
    };
}
