using Microsoft.AspNetCore.Http.Metadata;

namespace EdgeCctv.Web.Api;

/// <summary>
/// Answers 405 to the methods that a documented path does not have. Routing would do so by itself, but the static files of a build
/// that was not published bring a route for every path, and so it says "not found".
/// </summary>
internal static class OtherMethods
{
    // By name, since an endpoint for every method would also get the requests whose body the documented one does not accept.
    private static readonly string[] All = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];

    /// <summary>Call after the documented endpoints were mapped.</summary>
    public static void RefuseOtherMethods(this IEndpointRouteBuilder routes)
    {
        var documented = routes.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>() is not null)
            .GroupBy(endpoint => endpoint.RoutePattern.RawText!)
            .Select(path => (Path: path.Key, Methods: path.SelectMany(Methods).ToArray()))
            .ToArray();
        foreach (var (path, methods) in documented)
        {
            var allowed = string.Join(", ", methods);
            routes.MapMethods(path, All.Except(methods), (HttpResponse response) => Refuse(response, allowed)).ExcludeFromDescription();
        }
    }

    private static IReadOnlyList<string> Methods(Endpoint endpoint) => endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods;

    private static IResult Refuse(HttpResponse response, string allowed)
    {
        response.Headers.Allow = allowed;
        return Problems.Refused(StatusCodes.Status405MethodNotAllowed, $"Allowed here: {allowed}.");
    }
}
