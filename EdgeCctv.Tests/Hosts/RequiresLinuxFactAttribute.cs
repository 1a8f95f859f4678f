namespace EdgeCctv.Tests.Hosts;

/// <summary>
/// A fact that needs Debian's tools (GStreamer's RTSP server, POSIX signals). Elsewhere it is skipped and says so; on Linux it never
/// is: a missing tool is a failure there, since test.sh installs it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RequiresLinuxFactAttribute : FactAttribute
{
    public RequiresLinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "Needs Linux: GStreamer's RTSP server and POSIX signals.";
        }
    }
}
