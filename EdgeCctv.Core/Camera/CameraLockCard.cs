using System.Globalization;
using System.Text.Json;

namespace EdgeCctv.Core.Camera;

/// <summary>
/// Says who holds a lock: <c>{"Program":"EdgeCctv","Process":4711,"User":"ann","Since":"2026-03-29T00:30:00+00:00","Source":"rtsp://192.0.2.7/front"}</c>.
/// Written by one user and read by others, so it holds no secret and is not believed further than a text for people.
/// </summary>
internal sealed record CameraLockCard(string Program, int Process, string User, DateTimeOffset Since, string Source)
{
    public const string OurProgram = "EdgeCctv";

    private const int LongestFile = 4096;
    private const int LongestWord = 64;
    private const UnixFileMode ReadableByAll =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>"EdgeCctv, process 4711 of user ann, since 2026-03-29 00:30:00 UTC".</summary>
    public string Text => string.Create(
        CultureInfo.InvariantCulture,
        $"{Plain(Program)}, process {Process} of user {Plain(User)}, since {Since.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");

    /// <summary>Each user has a card of their own: where nobody may remove another's files, one left behind could not be replaced.</summary>
    public static string PathFor(string lockPath, string user) => Path.ChangeExtension(lockPath, $"{CameraLockIdentity.Hash(user, 4)}.json");

    /// <summary>Whole or not at all; a link that somebody has put there is replaced, not followed.</summary>
    public void Write(string path)
    {
        var fresh = $"{path}.{Process}-{Guid.NewGuid():N}";
        try
        {
            WriteNew(fresh);
            File.Move(fresh, path, overwrite: true);
        }
        catch
        {
            File.Delete(fresh);
            throw;
        }
    }

    /// <summary>
    /// The newest card beside a lock that is held, if its process is alive: whoever was killed left a card behind, and whoever has
    /// just taken the lock may not have written one yet.
    /// </summary>
    public static CameraLockCard? OfHolder(string lockPath)
    {
        var pattern = $"{Path.GetFileNameWithoutExtension(lockPath)}.*.json";
        return Cards(new DirectoryInfo(Path.GetDirectoryName(lockPath)!), pattern)
            .OrderByDescending(card => card.LastWriteTimeUtc)
            .Select(TryRead)
            .FirstOrDefault(card => card is not null && card.IsAlive());
    }

    private static FileInfo[] Cards(DirectoryInfo folder, string pattern)
    {
        try
        {
            return folder.GetFiles(pattern);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private void WriteNew(string path)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file.SafeFileHandle, ReadableByAll);
        }

        JsonSerializer.Serialize(file, this);
    }

    private static CameraLockCard? TryRead(FileInfo file)
    {
        try
        {
            // Length is 0 for what is no file, and of a link it is the link's own.
            return file.LinkTarget is null && file.Length is > 0 and <= LongestFile
                ? JsonSerializer.Deserialize<CameraLockCard>(File.ReadAllBytes(file.FullName))
                : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private bool IsAlive()
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(Process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string Plain(string? word)
    {
        var plain = new string([.. (word ?? "").Where(character => !char.IsControl(character)).Take(LongestWord)]);
        return plain.Length == 0 ? "?" : plain;
    }
}
