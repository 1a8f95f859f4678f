using System.Text;
using Microsoft.Extensions.Logging;

namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>
/// The models of all cameras as files: <c>models/&lt;camera&gt;/&lt;name&gt;.onnx</c>, each written whole or not at all, with the one before kept
/// beside it. A file that is damaged is set aside under another ending and named. Not thread-safe for one camera; its owner locks.
/// </summary>
public sealed class SceneModelStore
{
    /// <summary>The most models of one camera.</summary>
    public const int MostModels = 32;

    private const string Ending = ".onnx";
    private const string PreviousEnding = ".onnx.previous";
    private const string DamagedEnding = ".onnx.damaged";

    private readonly string _root;
    private readonly ILogger _logger;

    /// <param name="root">Full path of the folder for models; made when something is first written.</param>
    /// <param name="logger">Told of files that are set aside.</param>
    public SceneModelStore(string root, ILogger<SceneModelStore> logger) => (_root, _logger) = (root, logger);

    /// <summary>Everything that lies there for one camera.</summary>
    /// <returns>The models, the newest first, and a sentence for each file that cannot be used. Never throws for a file's sake.</returns>
    public (IReadOnlyList<SceneModelEntry> Models, IReadOnlyList<string> Problems) List(SceneCamera camera)
    {
        List<SceneModelEntry> models = [];
        List<string> problems = [];
        foreach (var file in Files(camera, problems))
        {
            if (TryRead(file, problems) is { } model)
            {
                models.Add(Entry(Path.GetFileNameWithoutExtension(file), model, file));
            }
        }

        return ([.. models.OrderByDescending(model => model.Info.LearntAt).ThenBy(model => model.Name, StringComparer.Ordinal)], problems);
    }

    /// <summary>The file of a model.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public byte[] Read(SceneCamera camera, string name) => Guarded(() => File.ReadAllBytes(PathOf(camera, name, Ending)), "read");

    /// <summary>Keeps a model under this name, which is clean; what was there can be had back with <see cref="Undo"/>.</summary>
    /// <exception cref="IOException">It cannot be written, and what was there still is. The message is for people.</exception>
    public SceneModelEntry Write(SceneCamera camera, string name, SceneModel model) => Guarded(() =>
    {
        Directory.CreateDirectory(FolderOf(camera));
        var path = PathOf(camera, name, Ending);
        AtomicFile.Write(path, SceneModelFile.Write(model with { Info = model.Info with { Name = name } }), PathOf(camera, name, PreviousEnding));
        return Entry(name, model, path);
    }, "saved");

    /// <summary>Puts the model that was there before in its place, and keeps this one in turn.</summary>
    /// <exception cref="AnalysisException">The one before is damaged.</exception>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    public SceneModelEntry Undo(SceneCamera camera, string name) => Guarded(() =>
    {
        var before = File.ReadAllBytes(PathOf(camera, name, PreviousEnding));
        var model = SceneModelFile.Read(before, name);
        AtomicFile.Write(PathOf(camera, name, Ending), before, PathOf(camera, name, PreviousEnding));
        return Entry(name, model, PathOf(camera, name, Ending));
    }, "undone");

    /// <exception cref="IOException">It cannot be renamed; the message is for people.</exception>
    public void Rename(SceneCamera camera, string from, string to) => Guarded(() =>
    {
        var path = PathOf(camera, from, Ending);

        // The name inside follows, for whoever gets the file.
        var model = SceneModelFile.Read(File.ReadAllBytes(path), from);
        AtomicFile.Write(path, SceneModelFile.Write(model with { Info = model.Info with { Name = to } }));
        File.Move(path, PathOf(camera, to, Ending), overwrite: false);
        var previous = PathOf(camera, from, PreviousEnding);
        if (File.Exists(previous))
        {
            File.Move(previous, PathOf(camera, to, PreviousEnding), overwrite: true);
        }

        return true;
    }, "renamed");

    /// <returns>What was there, for <see cref="PutBack"/>; null when that was nothing.</returns>
    /// <exception cref="IOException">It cannot be deleted; the message is for people.</exception>
    public DeletedSceneModel? Delete(SceneCamera camera, string name) => Guarded(() =>
    {
        var (path, previous) = (PathOf(camera, name, Ending), PathOf(camera, name, PreviousEnding));
        var deleted = File.Exists(path) ? new DeletedSceneModel(name, File.ReadAllBytes(path), File.Exists(previous) ? File.ReadAllBytes(previous) : null) : null;
        File.Delete(path);
        File.Delete(previous);
        return deleted;
    }, "deleted");

    /// <summary>Writes a model again as it was, and the one before it.</summary>
    /// <exception cref="IOException">It cannot be written; the message is for people.</exception>
    public void PutBack(SceneCamera camera, DeletedSceneModel deleted) => Guarded(() =>
    {
        Directory.CreateDirectory(FolderOf(camera));
        if (deleted.Previous is { } previous)
        {
            AtomicFile.Write(PathOf(camera, deleted.Name, PreviousEnding), previous);
        }

        // Last: without it, there is no model.
        AtomicFile.Write(PathOf(camera, deleted.Name, Ending), deleted.Content);
        return true;
    }, "saved");

    private IEnumerable<string> Files(SceneCamera camera, List<string> problems)
    {
        try
        {
            // ".onnx.previous" also matches the pattern on some systems.
            return Directory.Exists(FolderOf(camera))
                ? [.. Directory.EnumerateFiles(FolderOf(camera), "*" + Ending).Where(file => file.EndsWith(Ending, StringComparison.Ordinal)
                    && SceneModelName.Clean(Path.GetFileNameWithoutExtension(file)) == Path.GetFileNameWithoutExtension(file))
                    .Order(StringComparer.Ordinal).Take(MostModels)]
                : [];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            problems.Add($"The models in {FolderOf(camera)} cannot be read: {unreadable.Message}");
            return [];
        }
    }

    private SceneModel? TryRead(string file, List<string> problems)
    {
        try
        {
            return new FileInfo(file).Length <= SceneModelFile.MostBytes
                ? SceneModelFile.Read(File.ReadAllBytes(file), Path.GetFileName(file))
                : throw new AnalysisException("It is larger than any model of a scene.");
        }
        catch (AnalysisException damaged)
        {
            problems.Add(SetAside(file, damaged.Message));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            problems.Add($"The model {Path.GetFileName(file)} cannot be read: {unreadable.Message}");
        }

        return null;
    }

    private string SetAside(string file, string reason)
    {
        var aside = Path.ChangeExtension(file, null) + DamagedEnding;
        try
        {
            File.Move(file, aside, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            aside = file;
        }

        SceneLog.ModelSetAside(_logger, file, aside, reason);
        return $"The model file {Path.GetFileName(file)} cannot be used and was set aside as {Path.GetFileName(aside)}: {reason}";
    }

    private static SceneModelEntry Entry(string name, SceneModel model, string file) =>
        new(name, model.Info with { Name = name }, model.Geometry, new FileInfo(file).Length, File.Exists(Path.ChangeExtension(file, null) + PreviousEnding));

    private T Guarded<T>(Func<T> work, string done)
    {
        try
        {
            return work();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The model could not be {done}: {refused.Message} Make room in {_root}, or let this program write there.", refused);
        }
    }

    private string FolderOf(SceneCamera camera) => Path.Combine(_root, camera.Key);

    // The name was checked where it came in; here once more, since a path follows from it.
    private string PathOf(SceneCamera camera, string name, string ending) =>
        SceneModelName.Clean(name) == name && name.IsNormalized(NormalizationForm.FormC)
            ? Path.Combine(FolderOf(camera), name + ending)
            : throw new ArgumentException($"'{name}' is no model's name; allowed: {SceneModelName.Allowed}.", nameof(name));
}
