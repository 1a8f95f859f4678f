using System.ComponentModel;
using System.Text.Json.Serialization;

namespace EdgeCctv.Web.Api;

/// <summary>The body of <c>POST /start</c>; all of it may be left out.</summary>
internal sealed record StartRequest(
    [property: Description("The camera, such as rtsp://user:password@host/path; the configured one where there is none.")] string? Source = null,
    [property: Description("Whether a source that is open gives way; if the new one gives no picture, the old one is started again.")] bool Switch = false)
{
    private const string Allowed = "allowed: no body, or {\"source\": \"rtsp://…\", \"switch\": false}";

    private static readonly StartRequest Nothing = new();

    /// <summary>The request, or the problem to answer with.</summary>
    public static async Task<(StartRequest? Request, IResult? Problem)> ReadAsync(HttpRequest request) => RequestBody.IsMissing(request)
        ? (Nothing, null)
        : await RequestBody.ReadAsync(request, StartRequestJson.Default.StartRequest, Nothing, Allowed);
}

[JsonSerializable(typeof(StartRequest))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
internal sealed partial class StartRequestJson : JsonSerializerContext;
