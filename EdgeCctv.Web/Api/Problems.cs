using EdgeCctv.Web.Live;

namespace EdgeCctv.Web.Api;

/// <summary>Errors as problem details (RFC 9457).</summary>
internal static class Problems
{
    /// <summary>Says what to do where the framework answers by itself, with a number and no more.</summary>
    public static void Explain(ProblemDetailsContext context)
    {
        const string Document = "GET /openapi/v1.json tells what is.";
        context.ProblemDetails.Detail ??= context.ProblemDetails.Status switch
        {
            StatusCodes.Status400BadRequest => $"The query is not one that is understood here. {Document}",
            StatusCodes.Status404NotFound => $"There is nothing at this address. {Document}",
            StatusCodes.Status405MethodNotAllowed => $"This address does not take this method. {Document}",
            StatusCodes.Status415UnsupportedMediaType => $"The Content-Type of the body is not one that is taken here. {Document}",
            _ => null,
        };
    }

    public static IResult BadRequest(string detail) => Refused(StatusCodes.Status400BadRequest, detail);

    public static IResult Forbidden(string detail) => Refused(StatusCodes.Status403Forbidden, detail);

    public static IResult Conflict(string detail) => Refused(StatusCodes.Status409Conflict, detail);

    /// <param name="detail">The cause.</param>
    /// <param name="nextTry">When the camera is tried again by itself.</param>
    public static IResult Unavailable(string detail, DateTimeOffset? nextTry = null) => Results.Problem(
        detail,
        statusCode: StatusCodes.Status503ServiceUnavailable,
        extensions: nextTry is null ? null : new Dictionary<string, object?> { ["next_try"] = nextTry });

    /// <summary>The same for the chain of proof.</summary>
    public static IResult Broken(string detail, Proof proof, DateTimeOffset? nextTry = null)
    {
        var more = new Dictionary<string, object?> { ["links"] = ProofAnswer.Of(proof) };
        if (proof.Broken is { } broken)
        {
            more["failing_link"] = broken.Step.Word();
        }

        if (nextTry is not null)
        {
            more["next_try"] = nextTry;
        }

        return Results.Problem(detail, statusCode: StatusCodes.Status503ServiceUnavailable, extensions: more);
    }

    public static IResult Refused(int statusCode, string detail) => Results.Problem(detail, statusCode: statusCode);
}
