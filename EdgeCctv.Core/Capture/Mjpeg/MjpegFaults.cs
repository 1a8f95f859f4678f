using System.Net;
using System.Net.Sockets;

namespace EdgeCctv.Core.Capture.Mjpeg;

/// <summary>What HttpClient and a camera's answer say, mapped once to our faults.</summary>
internal static class MjpegFaults
{
    /// <summary>Null for an answer that may be a stream.</summary>
    public static CaptureException? Of(HttpResponseMessage response, CameraSource source)
    {
        var code = (int)response.StatusCode;
        return response.StatusCode switch
        {
            HttpStatusCode.OK => OfContent(response, source),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                new(CameraFault.Unauthorized, $"{source.Display} does not accept user name and password (HTTP {code})."),
            HttpStatusCode.NotFound => new(CameraFault.NotFound, $"{source.Display} does not exist there (HTTP 404)."),
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest =>
                new(CameraFault.Moved, $"{source.Display} sends us on to {Target(response, source)} (HTTP {code}), which is not followed."),
            _ => new(CameraFault.Refused, $"{source.Display} answers with HTTP {code}."),
        };
    }

    public static CaptureException Of(Exception failure, CameraSource source) => failure switch
    {
        CaptureException known => known,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            new(CameraFault.Failed, $"No secure connection to {source.Display}: {source.RedactFrom(Innermost(failure).Message)}"),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            new(CameraFault.Damaged, $"The header of the answer of {source.Display} does not end."),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } =>
            new(CameraFault.Damaged, $"What {source.Display} sends is not HTTP."),
        _ when Innermost(failure) is SocketException reason => OfSocket(reason, source),
        HttpRequestException or IOException => Ended(source),
        _ => new(CameraFault.Failed, $"{source.Display}: {source.RedactFrom(failure.Message)}"),
    };

    public static CaptureException Ended(CameraSource source) => new(CameraFault.EndOfStream, $"{source.Display} has ended the connection.");

    private static CaptureException OfSocket(SocketException reason, CameraSource source) => reason.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => new(CameraFault.Refused, $"Nothing answers at {source.Display}: connection refused."),
        SocketError.TimedOut or SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.HostDown =>
            new(CameraFault.TimedOut, $"{source.Display} cannot be reached: {reason.Message}."),
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => Ended(source),
        _ => new(CameraFault.Failed, $"{source.Display}: {source.RedactFrom(reason.Message)}."),
    };

    private static CaptureException? OfContent(HttpResponseMessage response, CameraSource source)
    {
        var type = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : "";
        var kind = type.Split(';')[0].Trim().ToLowerInvariant();
        return kind switch
        {
            // Some cameras say nothing or next to nothing; their pictures will tell.
            "" or "application/octet-stream" => null,
            _ when kind.StartsWith("multipart/", StringComparison.Ordinal) => null,
            "image/jpeg" or "image/jpg" => new(CameraFault.BadSource, $"{source.Display} gives one picture, not a stream."),
            "text/html" => new(CameraFault.BadSource, $"{source.Display} gives a web page, not a stream."),
            _ => new(CameraFault.BadSource, $"{source.Display} gives {CameraText.Clean(kind, source)}, not motion JPEG."),
        };
    }

    // No path and no user information: either may be a secret.
    private static string Target(HttpResponseMessage response, CameraSource source) => response.Headers.Location switch
    {
        { IsAbsoluteUri: true } target => CameraText.Clean($"{target.Scheme}://{target.Authority}", source),
        { } => "another path of its own",
        null => "an address that it does not name",
    };

    private static Exception Innermost(Exception failure) => failure.GetBaseException();
}
