using System.Reflection;

namespace EdgeCctv.Web.Support;

/// <summary>Which program this is, as it was built.</summary>
internal static class ProgramIdentity
{
    private static readonly Assembly Program = typeof(ProgramIdentity).Assembly;

    /// <summary>Such as <c>0.1.0</c>.</summary>
    public static string Version { get; } = Program.GetName().Version?.ToString(3) ?? "";

    /// <summary>What it was built from: <c>distro</c> or <c>nuget</c>.</summary>
    public static string PackageSet { get; } = Program.GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == "PackageSet").Value ?? "";
}
