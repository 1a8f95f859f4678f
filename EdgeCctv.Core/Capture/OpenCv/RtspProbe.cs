using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using EdgeCctv.Core.Capture.Mjpeg;

namespace EdgeCctv.Core.Capture.OpenCv;

/// <summary>Asks an RTSP camera for the description of its stream, on a connection of its own, to learn why it would not open.</summary>
internal static partial class RtspProbe
{
    private const int UsualPort = 554;

    /// <returns>What the camera says that it sends; null where it says nothing.</returns>
    /// <exception cref="CaptureException">It cannot be reached, or refuses; says why.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static string? Ask(CameraSource source, IReadOnlyList<IPAddress> addresses, TimeSpan timeout, TimeProvider clock, CancellationToken cancellation)
    {
        var limit = new IoLimit(clock);
        limit.Set(timeout, cancellation);
        using var sockets = new CameraSockets(addresses, limit);
        try
        {
            var port = new Uri(source.Address).Port;
            using var stream = sockets.Connect(port > 0 ? port : UsualPort);
            var answer = RtspAnswer.Read(stream, Send(stream, source.Address, number: 1, authorization: null));
            if (answer.Code == 401 && RtspAuthorization.Of(answer.Challenges, source) is { } authorization)
            {
                answer = RtspAnswer.Read(stream, Send(stream, source.Address, number: 2, authorization));
            }

            return Fault(answer, source) is { } fault ? throw fault : Codec(answer.Body);
        }
        catch (IOException) when (limit.IsOver)
        {
            throw new CaptureException(CameraFault.TimedOut, $"{source.Display} is connected, but says nothing.");
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            throw MjpegFaults.Of(failure, source);
        }
    }

    private static int Send(Stream stream, string address, int number, string? authorization)
    {
        // DESCRIBE rtsp://192.0.2.7/live RTSP/1.0
        var request = string.Create(CultureInfo.InvariantCulture, $"DESCRIBE {address} RTSP/1.0\r\nCSeq: {number}\r\nAccept: application/sdp\r\nUser-Agent: EdgeCctv\r\n")
            + (authorization is null ? "" : $"Authorization: {authorization}\r\n") + "\r\n";
        stream.Write(System.Text.Encoding.UTF8.GetBytes(request));
        return number;
    }

    private static CaptureException? Fault(RtspAnswer answer, CameraSource source) => answer.Code switch
    {
        200 => null,
        401 or 403 => new(CameraFault.Unauthorized, $"{source.Display} does not accept user name and password (RTSP {answer.Code})."),
        404 => new(CameraFault.NotFound, $"{source.Display} does not exist there (RTSP 404)."),
        >= 300 and < 400 => new(CameraFault.Moved, $"The camera at {new Uri(source.Address).Authority} sends us to {Elsewhere(answer, source)}, which is not followed."),
        _ => new(CameraFault.Refused, $"{source.Display} answers with RTSP {answer.Code}."),
    };

    private static string Elsewhere(RtspAnswer answer, CameraSource source) =>
        answer.Location is { } location ? CameraText.Clean(RtspAddress.Authority(location), source) : "nowhere";

    // m=video 0 RTP/AVP 96 … a=rtpmap:96 H264/90000
    private static string? Codec(string description) => VideoEncoding().Match(description) is { Success: true } found
        ? RtspWords.Codec(found.Groups[1].Value.ToUpperInvariant())
        : null;

    [GeneratedRegex(@"^m=video(?:(?!^m=).)*?^a=rtpmap:\d+ ([\w-]{1,20})/", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex VideoEncoding();
}
