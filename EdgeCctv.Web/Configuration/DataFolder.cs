namespace EdgeCctv.Web.Configuration;

/// <summary>Where the program keeps what is made while it runs: operators' choices and learnt models. Made when something is first written.</summary>
/// <param name="Path">A full path.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>The system's folder for application data; for a user without a home, as services have, the machine's.</summary>
    public static DataFolder Default { get; } = new(System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } own
            ? own
            : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData) : "/var/lib",
        "EdgeCctv"));

    /// <summary>The full path of a file or folder in it.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);
}
