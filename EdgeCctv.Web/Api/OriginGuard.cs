namespace EdgeCctv.Web.Api;

/// <summary>
/// A page from somewhere else must not steer the camera of whoever looks at it: requests that change state, and WebSocket upgrades,
/// are refused unless their origin is this server or they come from no page at all.
/// </summary>
internal sealed class OriginGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var isHarmless = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        return (isHarmless && !context.WebSockets.IsWebSocketRequest) || IsOwn(request)
            ? next(context)
            : Problems.Forbidden("Requests that change anything are only accepted from the console's own pages.").ExecuteAsync(context);
    }

    /// <summary>Whether it comes from a page of this server, or from no page at all.</summary>
    public static bool IsOwn(HttpRequest request) => IsOwnOrigin(request) && IsOwnSite(request);

    // Referer is not asked: every browser sends Origin with the requests judged here, and many leave Referer out, or shorten it, for privacy.
    private static bool IsOwnOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    // What the browser itself says and no page can change; "same-site" is another port of this machine. Tools send nothing.
    private static bool IsOwnSite(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";
}
