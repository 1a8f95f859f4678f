using EdgeCctv.Web.Support;

namespace EdgeCctv.Web.Api;

/// <summary><c>GET /support-bundle</c>: what somebody who helps from afar needs to know. It changes nothing, but is nothing for other people's pages.</summary>
internal static class SupportEndpoint
{
    public static void MapSupport(this IEndpointRouteBuilder routes) => routes.MapGet("/support-bundle", Get)
        .WithSummary("A zip archive for support: facts, status, chain of proof, screens, configuration, operators' settings and the newest lines of the log, without secrets and without pictures.")
        .WithTags("Support")
        .Produces<Stream>(contentType: "application/zip")
        .ProducesProblem(StatusCodes.Status403Forbidden);

    private static IResult Get(HttpContext context, SupportBundle bundle)
    {
        if (!OriginGuard.IsOwn(context.Request))
        {
            return Problems.Forbidden("The support bundle is only given to the console's own pages, and to tools.");
        }

        var (content, name) = bundle.Make();
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(content, "application/zip", name);
    }
}
