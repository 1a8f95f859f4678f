using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Features;

namespace EdgeCctv.Web.Api;

/// <summary>The body of <c>POST /start</c>; all of it may be left out.</summary>
internal sealed record StartRequest(
    [property: Description("The camera, such as rtsp://user:password@host/path; the configured one where there is none.")] string? Source = null,
    [property: Description("Whether a source that is open gives way; if the new one gives no picture, the old one is started again.")] bool Switch = false)
{
    private const string Allowed = "allowed: no body, or {\"source\": \"rtsp://…\", \"switch\": false}";

    private static readonly StartRequest Nothing = new();

    /// <summary>The request, or the problem to answer with.</summary>
    public static async Task<(StartRequest? Request, IResult? Problem)> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength == 0 || request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            return (Nothing, null);
        }

        // Routing refuses a body of another kind, but lets one pass that says nothing of its kind.
        if (!request.HasJsonContentType())
        {
            return (null, Problems.Refused(StatusCodes.Status415UnsupportedMediaType, $"The body is not declared as application/json; {Allowed}."));
        }

        try
        {
            var body = await JsonSerializer.DeserializeAsync(request.Body, StartRequestJson.Default.StartRequest, request.HttpContext.RequestAborted);
            return (body ?? Nothing, null);
        }
        catch (JsonException wrong)
        {
            // A path may hold a name that the caller made up: told, but not at any length.
            return (null, Problems.BadRequest($"The body is not as expected ({(wrong.Path is { Length: > 1 and < 50 } path ? path : "no such JSON object")}); {Allowed}."));
        }
        catch (BadHttpRequestException wrong)
        {
            return (null, Problems.Refused(wrong.StatusCode, wrong.Message));
        }
    }
}

[JsonSerializable(typeof(StartRequest))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
internal sealed partial class StartRequestJson : JsonSerializerContext;
