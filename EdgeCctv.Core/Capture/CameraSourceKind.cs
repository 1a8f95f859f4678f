namespace EdgeCctv.Core.Capture;

/// <summary>The kinds of source; the scheme of the locator decides.</summary>
public enum CameraSourceKind
{
    /// <summary><c>demo:</c>, the built-in scene.</summary>
    Demo,

    /// <summary><c>rtsp://</c>, a network camera.</summary>
    Rtsp,

    /// <summary><c>http://</c> or <c>https://</c>, a network camera that sends motion JPEG.</summary>
    Mjpeg,

    /// <summary><c>usb:0</c> or <c>/dev/video0</c>, a camera at this machine.</summary>
    Usb,

    /// <summary><c>file:</c>, a clip.</summary>
    File,

    /// <summary><c>gst:</c>, GStreamer pipeline text; from the configuration only.</summary>
    Pipeline,
}
