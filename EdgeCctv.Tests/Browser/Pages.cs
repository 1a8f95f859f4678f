namespace EdgeCctv.Tests.Browser;

/// <summary>A page of the program.</summary>
/// <param name="Path">Its address.</param>
/// <param name="HasPicture">Whether it shows the live picture.</param>
public sealed record Pages(string Path, bool HasPicture)
{
    internal static readonly Pages Console = new("/", true);
    internal static readonly Pages System = new("/system", false);

    /// <summary>Those that have the navigation, in its order.</summary>
    internal static readonly Pages[] All = [Console, new("/camera", true), new("/analysis", true), System];

    private static readonly Pages Kiosk = new("/kiosk", true);

    /// <summary>The addresses of all pages, for a theory.</summary>
    public static TheoryData<string> Paths => [.. All.Append(Kiosk).Select(page => page.Path)];

    internal static Pages Find(string path) => All.Append(Kiosk).Single(page => page.Path == path);
}
