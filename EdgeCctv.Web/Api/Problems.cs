namespace EdgeCctv.Web.Api;

/// <summary>Errors as problem details (RFC 9457).</summary>
internal static class Problems
{
    public static IResult BadRequest(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest);

    public static IResult Forbidden(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status403Forbidden);

    public static IResult Conflict(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status409Conflict);

    /// <param name="detail">The cause.</param>
    /// <param name="nextTry">When the camera is tried again by itself.</param>
    public static IResult Unavailable(string detail, DateTimeOffset? nextTry = null) => Results.Problem(
        detail,
        statusCode: StatusCodes.Status503ServiceUnavailable,
        extensions: nextTry is null ? null : new Dictionary<string, object?> { ["next_try"] = nextTry });
}
