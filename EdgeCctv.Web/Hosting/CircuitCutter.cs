namespace EdgeCctv.Web.Hosting;

/// <summary>
/// Ends the browsers' WebSockets at once when the process is asked to end. Without it the server waits for every open browser until
/// its shutdown time-out (dotnet/aspnetcore#58947); may go when that is mended.
/// </summary>
internal sealed class CircuitCutter(RequestDelegate next, IHostApplicationLifetime lifetime)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await next(context);
            return;
        }

        using (lifetime.ApplicationStopping.Register(context.Abort))
        {
            await next(context);
        }
    }
}
