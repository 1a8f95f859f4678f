using EdgeCctv.Web.Live;

namespace EdgeCctv.Web.Api;

/// <summary><c>GET /analysis/latest</c>: what the analysis says now, never an old result.</summary>
internal static class AnalysisEndpoints
{
    public static void MapAnalysis(this IEndpointRouteBuilder routes) => routes.MapGet("/analysis/latest", Latest)
        .WithSummary("The newest result of every analyser and the frame that it speaks of; with `?heat=true` the heat map as well. 503 with the reason while there is none: an old one is never given.")
        .WithTags("Analysis")
        .Produces<LatestAnswer>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static IResult Latest(LiveAnalysis analysis, TimeProvider clock, bool heat = false) => analysis.Newest is { Count: > 0 } newest
        ? Results.Ok(new LatestAnswer([.. newest.Select(one => ResultAnswer.Of(one, heat, clock))]))
        : Problems.Unavailable(analysis.WhyNot, analysis.NextTry);
}

/// <summary>What was found.</summary>
/// <param name="Results">One for each analyser that has a present result, by its name.</param>
internal sealed record LatestAnswer(IReadOnlyList<ResultAnswer> Results);
