using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using EdgeCctv.Core;

namespace EdgeCctv.Web.Configuration;

/// <summary>
/// What operators have chosen on a page, by camera: <c>settings.json</c> in the data folder, written whole or not at all, with the one
/// before kept as <c>settings.previous.json</c>. A file that cannot be read is set aside, and the one before it is taken. Thread-safe.
/// </summary>
public sealed class OperatorSettings
{
    private const string FileName = "settings.json";
    private const string PreviousName = "settings.previous.json";
    private const string DamagedName = "settings.damaged.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private readonly Lock _lock = new();
    private readonly DataFolder _folder;
    private readonly ILogger _logger;
    private ImmutableSortedDictionary<string, CameraChoices> _cameras;

    public OperatorSettings(DataFolder folder, ILogger<OperatorSettings> logger)
    {
        (_folder, _logger) = (folder, logger);
        _cameras = Read(FileName) ?? Read(PreviousName) ?? ImmutableSortedDictionary<string, CameraChoices>.Empty;
    }

    /// <summary>Raised after a change, with the camera's name, on the thread that made it.</summary>
    public event Action<string>? Changed;

    /// <param name="camera">The camera's locator without its secrets.</param>
    public CameraChoices Of(string camera) => Volatile.Read(ref _cameras).GetValueOrDefault(camera, CameraChoices.None);

    /// <summary>Changes the choices of one camera and writes them down.</summary>
    /// <exception cref="IOException">They cannot be written; nothing has changed then. The message is for people.</exception>
    public void Change(string camera, Func<CameraChoices, CameraChoices> change)
    {
        lock (_lock)
        {
            var before = Of(camera);
            var after = change(before);
            if (after == before)
            {
                return;
            }

            var cameras = _cameras.SetItem(camera, after);
            Write(cameras);
            Volatile.Write(ref _cameras, cameras);
        }

        Changed?.Invoke(camera);
    }

    /// <summary>All choices as they stand in the file.</summary>
    public byte[] Export() => Serialise(Volatile.Read(ref _cameras));

    private static byte[] Serialise(ImmutableSortedDictionary<string, CameraChoices> cameras) =>
        JsonSerializer.SerializeToUtf8Bytes(new SettingsFile(cameras), Json);

    private void Write(ImmutableSortedDictionary<string, CameraChoices> cameras)
    {
        var file = _folder[FileName];
        try
        {
            Directory.CreateDirectory(_folder.Path);
            AtomicFile.Write(file, Serialise(cameras), keepPreviousAs: _folder[PreviousName]);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The choice could not be saved, and is not in force: {refused.Message} Make room in {_folder.Path}, or let this program write there.", refused);
        }
    }

    private ImmutableSortedDictionary<string, CameraChoices>? Read(string name)
    {
        var file = _folder[name];
        try
        {
            return File.Exists(file) ? Sound(file, JsonSerializer.Deserialize<SettingsFile>(File.ReadAllBytes(file), Json)?.Cameras) : null;
        }
        catch (JsonException damaged)
        {
            ConfigurationLog.SettingsDamaged(_logger, file, damaged.Message);
            File.Copy(file, _folder[DamagedName], overwrite: true);
            return null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            ConfigurationLog.SettingsDamaged(_logger, file, unreadable.Message);
            return null;
        }
    }

    // Somebody may have written into the file by hand.
    private ImmutableSortedDictionary<string, CameraChoices>? Sound(string file, ImmutableSortedDictionary<string, CameraChoices>? cameras)
    {
        var sound = cameras;
        foreach (var (camera, choices) in cameras ?? ImmutableSortedDictionary<string, CameraChoices>.Empty)
        {
            var (tuning, refusals) = TuningBounds.Check(choices?.Tuning ?? TuningChoices.None);
            sound = sound!.SetItem(camera, (choices ?? CameraChoices.None) with { Tuning = tuning });
            foreach (var refusal in refusals)
            {
                ConfigurationLog.ChoiceRefused(_logger, file, camera, refusal);
            }
        }

        return sound;
    }

    private sealed record SettingsFile(ImmutableSortedDictionary<string, CameraChoices> Cameras);
}
