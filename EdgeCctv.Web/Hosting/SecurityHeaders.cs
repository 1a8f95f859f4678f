namespace EdgeCctv.Web.Hosting;

/// <summary>
/// On every answer: what a browser may do with it. The framework's own policy comes with its WebSocket compression only, which is off.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // 'self' covers WebSockets to this server too. Style attributes, which cannot run anything, are how Blazor and the charts place
    // things; style elements and scripts in the page are not allowed. blob: and data: are pictures made in the page.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-src 'none'; frame-ancestors 'none'";

    private static readonly (string Name, string Value)[] Headers =
    [
        ("Content-Security-Policy", Policy),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), payment=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),

        // Pictures are not to be shown in anybody else's page.
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    public Task InvokeAsync(HttpContext context)
    {
        // As late as can be, since an answer that ends in an exception is begun anew without its headers.
        context.Response.OnStarting(Add, context.Response);
        return next(context);
    }

    private static Task Add(object response)
    {
        var target = ((HttpResponse)response).Headers;
        foreach (var (name, value) in Headers)
        {
            target[name] = value;
        }

        return Task.CompletedTask;
    }
}
