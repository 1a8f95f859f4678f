using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Features;

namespace EdgeCctv.Web.Api;

/// <summary>Reads small JSON bodies; whatever is wrong with one becomes a problem that says what is allowed.</summary>
internal static class RequestBody
{
    public static bool IsMissing(HttpRequest request) =>
        request.ContentLength == 0 || request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false };

    /// <param name="request">Has a body.</param>
    /// <param name="type">What it is to be.</param>
    /// <param name="whenNull">What a body of <c>null</c> means.</param>
    /// <param name="allowed">The end of a sentence that tells how it is written.</param>
    /// <returns>The body, or the problem to answer with.</returns>
    public static async Task<(T? Body, IResult? Problem)> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, T? whenNull, string allowed)
        where T : class
    {
        // Routing refuses a body of another kind, but lets one pass that says nothing of its kind.
        if (!request.HasJsonContentType())
        {
            return (null, Problems.Refused(StatusCodes.Status415UnsupportedMediaType, $"The body is not declared as application/json; {allowed}."));
        }

        try
        {
            return (await JsonSerializer.DeserializeAsync(request.Body, type, request.HttpContext.RequestAborted) ?? whenNull) is { } read
                ? (read, null)
                : (null, Problems.BadRequest($"The body is empty; {allowed}."));
        }
        catch (JsonException wrong)
        {
            // A path may hold a name that the caller made up: told, but not at any length.
            return (null, Problems.BadRequest($"The body is not as expected ({(wrong.Path is { Length: > 1 and < 50 } path ? path : "no such JSON object")}); {allowed}."));
        }
        catch (BadHttpRequestException wrong)
        {
            return (null, Problems.Refused(wrong.StatusCode, wrong.Message));
        }
    }
}
