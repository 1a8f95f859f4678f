using System.Globalization;

namespace EdgeCctv.Core.Capture;

/// <summary>A camera that is plugged into this machine.</summary>
/// <param name="Number">As in <c>usb:0</c>.</param>
/// <param name="Name">What it calls itself.</param>
public sealed record UsbCamera(int Number, string Name)
{
    private const string LinuxDevices = "/sys/class/video4linux";

    /// <summary>Those that are there now, by number; read from the system, opens none. Empty on systems that do not list them in files.</summary>
    public static IReadOnlyList<UsbCamera> Find() => Find(LinuxDevices);

    /// <summary>The path of a device of Linux that may be written as a number.</summary>
    internal static string DevicePath(string device) => device.StartsWith('/') ? device : $"/dev/video{int.Parse(device, CultureInfo.InvariantCulture)}";

    internal static IReadOnlyList<UsbCamera> Find(string devices)
    {
        try
        {
            return Directory.Exists(devices) ? [.. Directory.GetDirectories(devices).Select(Read).OfType<UsbCamera>().OrderBy(one => one.Number)] : [];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // A camera has several nodes: the first gives pictures, the others what is known about them.
    private static UsbCamera? Read(string device)
    {
        const string Prefix = "video";
        var node = Path.GetFileName(device);
        return node.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(node[Prefix.Length..], out var number) && Text(device, "index") is "0" or null
            ? new UsbCamera(number, Text(device, "name") ?? node)
            : null;
    }

    private static string? Text(string device, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(device, file)).Trim() is { Length: > 0 } text ? text : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
