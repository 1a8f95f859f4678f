using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace EdgeCctv.Web.Hosting;

/// <summary>
/// Asks for the console's page once as soon as the server listens, so that what renders it is compiled before somebody waits for it.
/// Without it the first reader after a start waits about a third of a second longer. Over TLS nothing is asked for: this process has no
/// reason to trust a certificate that only a browser was told of.
/// </summary>
internal sealed partial class FirstPageWarmUp(IServer server, IHostApplicationLifetime life, ILogger<FirstPageWarmUp> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        life.ApplicationStarted.Register(Ask);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The page's address as this machine reaches it; null when the server cannot be reached over plain HTTP.</summary>
    /// <param name="addresses">What the server listens at.</param>
    internal static Uri? PageOf(IEnumerable<string> addresses)
    {
        var plain = addresses.Select(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null)
            .FirstOrDefault(uri => uri is { Scheme: "http", IsLoopback: true } || (uri?.Scheme == "http" && IsAnyAddress(uri)));
        return plain is null ? null : new UriBuilder(plain) { Host = IsAnyAddress(plain) ? "localhost" : plain.Host, Path = "/" }.Uri;
    }

    private static bool IsAnyAddress(Uri uri) =>
        IPAddress.TryParse(uri.DnsSafeHost, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));

    private void Ask()
    {
        if (PageOf(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []) is { } page)
        {
            _ = AskAsync(page, life.ApplicationStopping);
        }
    }

    private async Task AskAsync(Uri page, CancellationToken cancellation)
    {
        try
        {
            using var client = new HttpClient();
            await client.GetByteArrayAsync(page, cancellation);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            LogInVain(exception);
        }
    }

    [LoggerMessage(330, LogLevel.Debug, "The console's page could not be prepared; the first reader waits a little longer.")]
    private partial void LogInVain(Exception exception);
}
