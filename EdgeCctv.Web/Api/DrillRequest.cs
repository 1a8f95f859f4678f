using System.ComponentModel;
using System.Text.Json.Serialization;
using EdgeCctv.Core.Capture.Drill;

namespace EdgeCctv.Web.Api;

/// <summary>The body of <c>POST /drill</c>.</summary>
internal sealed record DrillRequest(
    [property: Description("What to rehearse: freeze, blank, disconnect or corrupt.")] string? Kind = null)
{
    private const string Allowed = "allowed: {\"kind\": \"freeze\"}, or blank, disconnect, corrupt";

    /// <summary>What to rehearse, or the problem to answer with.</summary>
    public static async Task<(DrillKind? Kind, IResult? Problem)> ReadAsync(HttpRequest request)
    {
        if (RequestBody.IsMissing(request))
        {
            return (null, Problems.BadRequest($"There is no body; {Allowed}."));
        }

        var (body, problem) = await RequestBody.ReadAsync(request, DrillRequestJson.Default.DrillRequest, whenNull: null, Allowed);
        return problem is not null ? (null, problem)
            : Find(body!.Kind) is { } kind ? (kind, null)
            : (null, Problems.BadRequest($"There is no such drill; {Allowed}."));
    }

    private static DrillKind? Find(string? word) => DrillKinds.All.Cast<DrillKind?>().FirstOrDefault(kind => kind!.Value.Word() == word);
}

[JsonSerializable(typeof(DrillRequest))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
internal sealed partial class DrillRequestJson : JsonSerializerContext;
