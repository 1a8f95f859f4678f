namespace EdgeCctv.Tests.Browser;

/// <summary>A page of the program.</summary>
/// <param name="Path">Its address.</param>
/// <param name="HasPicture">Whether it shows the live picture.</param>
internal sealed record Pages(string Path, bool HasPicture)
{
    public static readonly Pages Console = new("/", true);
    public static readonly Pages System = new("/system", false);

    /// <summary>Those that have the navigation, in its order.</summary>
    public static readonly Pages[] All = [Console, new("/camera", true), new("/analysis", true), System];
}
