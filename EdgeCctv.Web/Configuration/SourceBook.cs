using System.Text.Json;
using EdgeCctv.Core;
using EdgeCctv.Core.Capture;

namespace EdgeCctv.Web.Configuration;

/// <summary>
/// Which camera Deploy opens: the one that an operator kept on a page, else the configured one. What was kept counts for as long as the
/// configuration names the same camera as it did then: whoever writes another one there means it. It lies in <c>camera.json</c> in the data
/// folder, apart from the other settings since it may hold a password: readable by its owner only. Thread-safe.
/// </summary>
public sealed class SourceBook
{
    private const string FileName = "camera.json";

    private readonly Lock _lock = new();
    private readonly EdgeCctvSettings _settings;
    private readonly SourceTrust _trust;
    private volatile KeptCamera? _kept;

    public SourceBook(EdgeCctvSettings settings, SourceTrust trust, ILogger<SourceBook> logger)
    {
        (_settings, _trust) = (settings, trust);
        try
        {
            _kept = Read();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            // Its words may quote what it holds.
            ConfigurationLog.SettingsDamaged(logger, FilePath, "it is no file of this program, or may not be read. The configured camera is used.");
        }
    }

    /// <summary>What Deploy opens.</summary>
    public CameraSource Current => _kept?.Source ?? _settings.Source;

    /// <summary>Whether that is one that an operator kept.</summary>
    public bool IsKept => _kept is not null;

    /// <summary>What the configuration names.</summary>
    public CameraSource Configured => _settings.Source;

    private string FilePath => _settings.Data[FileName];

    /// <summary>Opens this camera from now on.</summary>
    /// <param name="locator">As an operator wrote it.</param>
    /// <returns>What undoes it.</returns>
    /// <exception cref="IOException">It cannot be written; nothing has changed then. The message is for people.</exception>
    /// <exception cref="ArgumentException">It is no locator that a page may name.</exception>
    public Action Keep(string locator)
    {
        if (!_trust.TryAccept(locator, out var source, out var error))
        {
            throw new ArgumentException(error, nameof(locator));
        }

        return Replace(source.Equals(_settings.Source) ? null : new KeptCamera(locator, source));
    }

    /// <summary>Opens the configured camera from now on.</summary>
    /// <inheritdoc cref="Keep"/>
    public Action Forget() => Replace(null);

    private Action Replace(KeptCamera? next)
    {
        lock (_lock)
        {
            var before = _kept;
            Write(next);
            _kept = next;
            return () => Replace(before);
        }
    }

    private KeptCamera? Read()
    {
        if (!File.Exists(FilePath))
        {
            return null;
        }

        var file = JsonSerializer.Deserialize<CameraFile>(File.ReadAllBytes(FilePath));
        return file is { Source: { } locator } && file.InsteadOf == _settings.Source.Display && _trust.TryAccept(locator, out var source, out _)
            ? new KeptCamera(locator, source)
            : null;
    }

    private void Write(KeptCamera? kept)
    {
        try
        {
            if (kept is null)
            {
                Delete();
                return;
            }

            Directory.CreateDirectory(_settings.Data.Path);
            AtomicFile.Write(FilePath, JsonSerializer.SerializeToUtf8Bytes(new CameraFile(kept.Locator, _settings.Source.Display)), isPrivate: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The camera could not be kept: {refused.Message} Make room in {_settings.Data.Path}, or let this program write there.", refused);
        }
    }

    private void Delete()
    {
        // Deleting what is not there is no fault, but in a folder that is not there it is one.
        if (File.Exists(FilePath))
        {
            File.Delete(FilePath);
        }
    }

    private sealed record KeptCamera(string Locator, CameraSource Source);

    private sealed record CameraFile(string? Source, string? InsteadOf);
}
