using EdgeCctv.Core.Capture;
using EdgeCctv.Web.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeCctv.Tests.Fakes;

/// <summary>Books of kept cameras for tests: a page may name any network camera, and no file.</summary>
internal static class SourceBooks
{
    /// <summary>One that has kept nothing; where it would keep something there is no folder.</summary>
    public static SourceBook Empty(EdgeCctvSettings settings) => Of(settings with { Data = new DataFolder("/nowhere/edgecctv") });

    public static SourceBook Of(EdgeCctvSettings settings) => new(settings, TrustOf(settings), NullLogger<SourceBook>.Instance);

    public static SourceTrust TrustOf(EdgeCctvSettings settings) => new(settings.Source, new FileFolders([]), settings.Capture.Addresses);
}
