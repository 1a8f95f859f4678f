namespace EdgeCctv.Core.Capture;

/// <summary>How RTSP pictures travel.</summary>
public enum RtspTransport
{
    /// <summary>In the control connection: no loss, passes every firewall that lets the connection pass.</summary>
    Tcp,

    /// <summary>In packets of their own: a lost one damages a picture but never delays the next.</summary>
    Udp,
}
