using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>The camera whose scene is watched.</summary>
/// <param name="Name">Its locator without secrets.</param>
/// <param name="LearnFor">How long a scene of it is learnt at least when that begins by itself.</param>
public sealed record SceneCamera(string Name, TimeSpan LearnFor)
{
    private const int LongestSlug = 40;

    /// <summary>A name for its folder: readable, the same for as long as the locator is, and no two cameras share one.</summary>
    public string Key { get; } = KeyOf(Name);

    // "rtsp://10.0.0.7/front" is "rtsp-10-0-0-7-front-1b2c3d4e".
    private static string KeyOf(string name)
    {
        var words = new string([.. name.Select(one => char.IsAsciiLetterOrDigit(one) ? char.ToLowerInvariant(one) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var slug = string.Join('-', words);
        var hash = (uint)XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(name));
        return string.Create(CultureInfo.InvariantCulture, $"{slug[..Math.Min(slug.Length, LongestSlug)]}-{hash:x8}").TrimStart('-');
    }
}
