using System.Net.Security;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace EdgeCctv.Core.Capture.Mjpeg;

/// <summary>
/// One HTTP request to a camera and its endless answer. It goes straight to the checked addresses: no redirect, no proxy, no cookie,
/// and the password only to this very host. Used by one thread; disposing closes the sockets before it returns.
/// </summary>
internal sealed class MjpegConnection : IDisposable
{
    // Bytes; no JPEG with its tables is smaller.
    private const int LeastPicture = 128;

    private const int LargestHeaderKilobytes = 16;

    private readonly CameraSockets _sockets;
    private readonly HttpClient _http;
    private HttpResponseMessage? _response;

    public MjpegConnection(CameraSource source, IReadOnlyList<IPAddress> addresses, IoLimit limit)
    {
        _sockets = new CameraSockets(addresses, limit);
        _http = new HttpClient(Handler(source, _sockets)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Whether so much has arrived already that it may be a picture: the end of a line or of a chunk is not worth a read.</summary>
    public bool HasMore => _sockets.Available >= LeastPicture;

    /// <summary>What the camera calls itself, as it says it; null when it does not.</summary>
    public string? Server => _response?.Headers.NonValidated.TryGetValues("Server", out var values) == true ? values.ToString() : null;

    /// <summary>Asks for the stream; blocks until the answer's header is there, the limit is over or cancelled.</summary>
    /// <returns>The answer's body, valid until the connection is disposed.</returns>
    /// <exception cref="CaptureException">The answer is no stream.</exception>
    public Stream Open(CameraSource source, CancellationToken ending)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, source.Address);
        request.Headers.UserAgent.ParseAdd("EdgeCctv");

        // Never reused: a pooled connection would be read ahead by the pool, which the limit knows nothing of.
        request.Headers.ConnectionClose = true;
        _response = _http.Send(request, HttpCompletionOption.ResponseHeadersRead, ending);
        return MjpegFaults.Of(_response, source) is { } fault ? throw fault : _response.Content.ReadAsStream(ending);
    }

    public void Dispose()
    {
        // First: with the sockets gone nothing below can wait for the camera.
        _sockets.Dispose();
        _response?.Dispose();
        _http.Dispose();
    }

    private static SocketsHttpHandler Handler(CameraSource source, CameraSockets sockets) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        Credentials = Credentials(source),
        MaxResponseHeadersLength = LargestHeaderKilobytes,
        MaxResponseDrainSize = 0,

        // What a camera's certificate names as its issuer's address is not fetched: it could be any address.
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck },
        },
        ConnectCallback = (context, _) => new ValueTask<Stream>(sockets.Connect(context.DnsEndPoint.Port)),
    };

    private static CredentialCache? Credentials(CameraSource source)
    {
        if (source.User is not { } user)
        {
            return null;
        }

        var credential = new NetworkCredential(user, source.Password);
        var camera = new Uri(new Uri(source.Address), "/");
        return new CredentialCache { { camera, "Digest", credential }, { camera, "Basic", credential } };
    }
}
