using System.Globalization;
using System.Text.RegularExpressions;

namespace EdgeCctv.Core.Capture.Clips;

/// <summary>A clip that is there: one video file, or pictures in their order. Immutable.</summary>
public sealed partial class ClipPath
{
    private static readonly string[] PictureEndings = [".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff"];

    private ClipPath(string path, IReadOnlyList<string>? pictures) => (Path, Pictures) = (path, pictures);

    /// <summary>As its user named it, without a scheme.</summary>
    public string Path { get; }

    /// <summary>The files of single pictures; null for a video file.</summary>
    public IReadOnlyList<string>? Pictures { get; }

    /// <summary>Every file that is read.</summary>
    public IEnumerable<string> Files => Pictures ?? [Path];

    /// <summary>Finds a clip: a video file, a picture, a folder of pictures or a pattern such as <c>folder/%03d.jpg</c>.</summary>
    /// <param name="source">A path, or a locator as <c>file:clip.mp4</c>.</param>
    /// <exception cref="CaptureException">There is none, or it may not be read.</exception>
    public static ClipPath Find(string source)
    {
        var path = WithoutScheme(source);
        if (Directory.Exists(path))
        {
            return OfFolder(path);
        }

        if (!File.Exists(path) && Number().IsMatch(System.IO.Path.GetFileName(path)))
        {
            return OfPattern(path);
        }

        RequireReadable(path);
        return new ClipPath(path, IsPicture(path) ? [path] : null);
    }

    // file:clip.mp4, file:/data/clip.mp4, file:///data/clip.mp4, file:clip.mp4?once=1
    private static string WithoutScheme(string source)
    {
        const string Scheme = "file:", Once = "?once=1";
        if (!source.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return source;
        }

        var path = source[Scheme.Length..];
        path = path.EndsWith(Once, StringComparison.Ordinal) ? path[..^Once.Length] : path;
        return path.StartsWith("///", StringComparison.Ordinal) ? path[2..] : path;
    }

    private static void RequireReadable(string path)
    {
        try
        {
            File.OpenHandle(path).Dispose();
        }
        catch (Exception unreadable) when (unreadable is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw NotThere($"The source {path} does not exist.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw NotThere($"The source {path} cannot be read: {unreadable.Message}");
        }
    }

    private static ClipPath OfFolder(string path)
    {
        var pictures = Listed(path, IsPicture);
        if (pictures.Count == 0)
        {
            var folders = Directory.EnumerateDirectories(path).Count();
            throw NotThere($"The folder {path} holds no pictures (jpg, png, bmp, tif)"
                + (folders > 0 ? string.Create(CultureInfo.InvariantCulture, $"; name one of the {folders} folders in it.") : "."));
        }

        return new ClipPath(path, pictures);
    }

    private static ClipPath OfPattern(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        var number = Number().Match(name);
        var digits = number.Groups[1].Length > 0 ? $"[0-9]{{{int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture)},}}" : "[0-9]+";
        var pattern = new Regex($"^{Regex.Escape(name[..number.Index])}{digits}{Regex.Escape(name[(number.Index + number.Length)..])}$");
        var folder = System.IO.Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
        var pictures = Directory.Exists(folder) ? Listed(folder, file => pattern.IsMatch(System.IO.Path.GetFileName(file))) : [];
        return pictures.Count > 0 ? new ClipPath(path, pictures) : throw NotThere($"No file matches {path}.");
    }

    // Hidden files beside pictures are notes of other programs about them, under the same name.
    private static List<string> Listed(string folder, Func<string, bool> wanted)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder)
                .Where(file => !System.IO.Path.GetFileName(file).StartsWith('.') && wanted(file))
                .Order(NaturalOrder.Instance)];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw NotThere($"The folder {folder} cannot be read: {unreadable.Message}");
        }
    }

    private static bool IsPicture(string path) => PictureEndings.Contains(System.IO.Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static CaptureException NotThere(string words) => new(CameraFault.NotFound, words);

    // %d, %3d, %03d
    [GeneratedRegex("%0?([0-9]?)d")]
    private static partial Regex Number();
}
