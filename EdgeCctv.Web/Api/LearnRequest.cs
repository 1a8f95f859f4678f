using System.ComponentModel;
using System.Text.Json.Serialization;

namespace EdgeCctv.Web.Api;

/// <summary>The body of <c>POST /analysis/learn</c>; all of it may be left out.</summary>
internal sealed record LearnRequest(
    [property: Description("How much video to learn from at least, 0.5 to 720; the configured time where there is none.")] double? Minutes = null,
    [property: Description("What to call the model, in place of one of this name; the one in use where there is none.")] string? Name = null)
{
    private const string Allowed = "allowed: no body, or {\"minutes\": 10, \"name\": \"day\"}";

    private static readonly LearnRequest Nothing = new();

    /// <summary>The request, or the problem to answer with.</summary>
    public static async Task<(LearnRequest? Request, IResult? Problem)> ReadAsync(HttpRequest request)
    {
        if (RequestBody.IsMissing(request))
        {
            return (Nothing, null);
        }

        var (body, problem) = await RequestBody.ReadAsync(request, LearnRequestJson.Default.LearnRequest, Nothing, Allowed);

        // Compared so that what is no number is refused too; a time span would not hold much more.
        return body?.Minutes is { } minutes && !(minutes is >= 0.5 and <= 720)
            ? (null, Problems.BadRequest($"Learning takes from 0.5 to 720 minutes; {Allowed}."))
            : (body, problem);
    }
}

[JsonSerializable(typeof(LearnRequest))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
internal sealed partial class LearnRequestJson : JsonSerializerContext;
