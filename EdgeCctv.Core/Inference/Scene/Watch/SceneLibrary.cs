using Microsoft.Extensions.Logging;

namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>The models of the camera that is watched, which one is in use, and what operators do to them. Thread-safe.</summary>
public sealed class SceneLibrary(SceneModelStore store, ISceneChoices choices, ILogger<SceneLibrary> logger)
{
    // Held while files are read and written: a few hundred kilobytes, now and then.
    private readonly Lock _lock = new();
    private SceneCamera? _camera;
    private IReadOnlyList<SceneModelEntry>? _models;
    private IReadOnlyList<string> _problems = [];

    // What could not be written lives on until the program ends.
    private LearntModel? _unsaved;
    private int _version;
    private int _replacements;

    /// <summary>Raised after every change, on the thread that made it.</summary>
    public event Action? Changed;

    /// <summary>Raised when a model that was deleted is there again, on the thread that brought it back.</summary>
    internal event Action? BroughtBack;

    /// <summary>Grows with every change, so that a reader knows when to look again.</summary>
    internal int Version => Volatile.Read(ref _version);

    /// <summary>Grows when an operator brings a model back or in under the name in use, so that the one that is being bettered is not the last word.</summary>
    internal int Replacements => Volatile.Read(ref _replacements);

    /// <summary>The model that could not be written, and is in force all the same; null for none.</summary>
    internal string? UnsavedName => Volatile.Read(ref _unsaved)?.Entry.Name;

    internal SceneCamera? Camera => Volatile.Read(ref _camera);

    /// <summary>What operators have chosen for the camera.</summary>
    internal SceneChoices Choices => Camera is { } camera ? choices.Of(camera.Name) : SceneChoices.None;

    /// <summary>The models, the newest first, and a sentence for each file that cannot be used.</summary>
    internal (IReadOnlyList<SceneModelEntry> Models, IReadOnlyList<string> Problems) Read()
    {
        lock (_lock)
        {
            return (Models(), _problems);
        }
    }

    /// <summary>Takes another camera's models.</summary>
    internal void Use(SceneCamera? camera)
    {
        lock (_lock)
        {
            (_camera, _models, _problems, _unsaved) = (camera, null, [], null);
        }

        Tell();
    }

    /// <summary>The model to use: the chosen one where it suits, else the newest that does, of those learnt from this camera before any other.</summary>
    /// <param name="geometry">Of the analysis picture.</param>
    /// <param name="suits">Whether frames can be picked at this interval.</param>
    /// <returns>The model, or null; and why the chosen one, or the newest, is not used.</returns>
    internal (LearntModel? Model, string? Misfit) Find(SceneGeometry geometry, Func<TimeSpan, bool> suits)
    {
        lock (_lock)
        {
            // One that was learnt elsewhere is at best a guess.
            SceneModelEntry[] models = [.. Models().OrderBy(one => one.Info.Camera != _camera?.Name)];
            var wanted = models.FirstOrDefault(one => IsName(one.Name, Choices.Model)) ?? models.FirstOrDefault();
            var fitting = wanted is null ? null : models.Prepend(wanted).FirstOrDefault(Fits);
            return (fitting is null ? null : Load(fitting), wanted is null || wanted == fitting ? null : Misfit(wanted));
        }

        bool Fits(SceneModelEntry one) => one.Geometry == geometry && suits(one.Info.Interval);

        string Misfit(SceneModelEntry one) => one.Geometry != geometry
            ? $"The model '{one.Name}' is for pictures of {one.Geometry.Width}×{one.Geometry.Height}, and they are {geometry.Width}×{geometry.Height} now."
            : $"The model '{one.Name}' is for {one.Info.FramesPerSecond:0.#} frames a second, and the camera now gives others.";
    }

    /// <summary>Takes up what was learnt, and uses it.</summary>
    internal void Keep(SceneCamera camera, string name, SceneModel model)
    {
        lock (_lock)
        {
            if (camera != _camera)
            {
                return;
            }

            try
            {
                store.Write(camera, name, model);
                choices.Change(camera.Name, before => before with { Model = name, Threshold = null });
                _unsaved = null;
            }
            catch (IOException refused)
            {
                SceneLog.NotSaved(logger, name, refused.Message);
                _unsaved = new LearntModel(new SceneModelEntry(name, model.Info with { Name = name }, model.Geometry, 0, CanUndo: false), model);
                _problems = [$"The model '{name}' could not be saved, and is in force until the program ends. {refused.Message}"];
            }

            Forget();
        }

        Tell();
    }

    /// <summary>A name that no model has yet, near to this one.</summary>
    internal string FreeName(string near)
    {
        var (models, _) = Read();
        return Enumerable.Range(1, SceneModelStore.MostModels + 1)
            .Select(number => number == 1 ? near : $"{near} {number}")
            .First(name => !models.Any(one => IsName(one.Name, name)));
    }

    /// <summary>The name as the model of that name is written, where there is one: to some systems a file of other letters is the same.</summary>
    internal string KnownName(string name) => Read().Models.FirstOrDefault(one => IsName(one.Name, name))?.Name ?? name;

    /// <summary>Whether one more of this name has room.</summary>
    internal bool HasRoomFor(string name) => Read().Models is var models && (models.Count < SceneModelStore.MostModels || models.Any(one => IsName(one.Name, name)));

    /// <summary>Uses this model from the next frame on; a threshold that was chosen for another one is forgotten.</summary>
    public SceneReply Choose(string name, string by) => Change(name, by, (camera, model) => Chosen(
        camera,
        before => before with { Model = model.Name, Threshold = IsName(model.Name, before.Model) ? before.Threshold : null },
        (to, from) => to.WithMeasureOf(from),
        $"The model '{model.Name}' is in use."));

    /// <summary>Calls a model by another name.</summary>
    public SceneReply Rename(string name, string newName, string by)
    {
        if (SceneModelName.Clean(newName) is not { } clean)
        {
            return SceneReply.BadName();
        }

        // In another case it is still the same file on some systems.
        return !IsName(name, clean) && Read().Models.Any(one => IsName(one.Name, clean))
            ? SceneReply.Refused($"There is a model '{clean}' already.")
            : Change(name, by, (camera, model) =>
            {
                store.Rename(camera, model.Name, clean);
                if (IsName(model.Name, Choices.Model))
                {
                    choices.Change(camera.Name, before => before with { Model = clean });
                }

                return SceneReply.Done($"The model '{model.Name}' is now called '{clean}'.") with
                {
                    TakeBack = whoever => camera == Camera ? Rename(clean, model.Name, whoever) : SceneReply.ChangedSince(),
                };
            });
    }

    /// <summary>Deletes a model; the newest of the others is used in its place.</summary>
    public SceneReply Delete(string name, string by) => Change(name, by, (camera, model) =>
    {
        var (before, deleted) = (Choices, store.Delete(camera, model.Name));
        if (IsName(model.Name, before.Model))
        {
            choices.Change(camera.Name, now => now with { Model = null, Threshold = null });
        }

        var after = Choices;
        var message = $"The model '{model.Name}' was deleted.";
        return SceneReply.Done(message) with
        {
            TakeBack = deleted is null ? null : whoever => BringBack(whoever, () => PutBack(camera, deleted, before, after) ?? SceneReply.TakenBack(message)),
        };
    });

    /// <summary>Goes back to what the model was before it was learnt or imported last; once more to come forward again.</summary>
    public SceneReply Undo(string name, string by) => Change(name, by, (camera, model) =>
    {
        if (!model.CanUndo)
        {
            throw new AnalysisException($"Nothing was kept from before the model '{model.Name}'.");
        }

        var (before, back) = (Choices, store.Undo(camera, model.Name));
        OnReplaced(model.Name);
        var after = Choices;
        var message = FormattableString.Invariant($"The model '{model.Name}' is again the one learnt on {back.Info.LearntAt:d MMM HH:mm} UTC.");
        return SceneReply.Done(message) with
        {
            TakeBack = whoever => Change(model.Name, whoever, (now, other) =>
            {
                if (now != camera || other.Info != back.Info)
                {
                    return SceneReply.ChangedSince();
                }

                store.Undo(camera, model.Name);
                OnReplaced(model.Name);
                Restore(camera, after, before);
                return SceneReply.TakenBack(message);
            }),
        };
    });

    /// <summary>
    /// Takes up a model file as this name. The name in use stays in use: under that name the file is in force at once. What is kept is
    /// written anew from its figures, so that nothing else comes along.
    /// </summary>
    public SceneReply Import(string name, byte[] file, string by)
    {
        if (SceneModelName.Clean(name) is not { } clean)
        {
            return SceneReply.BadName();
        }

        return Guarded(by, () =>
        {
            if (_camera is not { } camera)
            {
                return SceneReply.NoCamera();
            }

            if (Choices.IsFrozen && Models().Any(one => IsName(one.Name, clean)))
            {
                return SceneReply.Refused("The models are frozen. Unfreeze them first, or import under another name.");
            }

            if (!HasRoomFor(clean))
            {
                return SceneReply.Full();
            }

            var kept = KnownName(clean);
            store.Write(camera, kept, SceneModelFile.Read(file, name));
            OnReplaced(kept);
            return SceneReply.Done($"The model '{kept}' was imported{(IsName(kept, Choices.Model) ? ", and is in use in place of the one before" : "")}.");
        });
    }

    /// <summary>A model's file, to be saved elsewhere; null when there is none of this name, or it cannot be read.</summary>
    public byte[]? Export(string name)
    {
        lock (_lock)
        {
            return Models().FirstOrDefault(one => IsName(one.Name, name)) is { } model && Load(model) is { } loaded ? SceneModelFile.Write(loaded.Model) : null;
        }
    }

    /// <summary>Puts a threshold in the place of the model's own; null to go back to that.</summary>
    public SceneReply SetThreshold(float? threshold, string by) => threshold is { } value && !float.IsFinite(value)
        ? SceneReply.Invalid("A threshold is a number.")
        : Choose(before => before with { Threshold = threshold }, (to, from) => to.WithMeasureOf(from), threshold is null ? "The model's own threshold counts." : FormattableString.Invariant($"The threshold is {threshold:0.0#}."), by);

    /// <summary>Keeps learning from replacing what is there, or lets it again.</summary>
    public SceneReply SetFrozen(bool isFrozen, string by) =>
        Choose(before => before with { IsFrozen = isFrozen }, (to, from) => to with { IsFrozen = from.IsFrozen }, isFrozen ? "Frozen: nothing is learnt until it is unfrozen." : "No longer frozen: learning is allowed.", by);

    internal static bool IsName(string name, string? other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private SceneReply Choose(
        Func<SceneChoices, SceneChoices> change, Func<SceneChoices, SceneChoices, SceneChoices> copy, string message, string by) => Guarded(by, () =>
            _camera is { } camera ? Chosen(camera, change, copy, message) : SceneReply.NoCamera());

    // Copy says what of the choices it is about; the rest may change on without being in the way of taking it back.
    private SceneReply Chosen(
        SceneCamera camera, Func<SceneChoices, SceneChoices> change, Func<SceneChoices, SceneChoices, SceneChoices> copy, string message)
    {
        var before = Choices;
        choices.Change(camera.Name, change);
        var after = Choices;
        var models = (InfoOf(before), InfoOf(after));
        return SceneReply.Done(message) with
        {
            TakeBack = by => Guarded(by, () =>
            {
                // Under the same name there may be another model by now, with another scale.
                if (camera != _camera || copy(Choices, after) != Choices || (InfoOf(before), InfoOf(after)) != models)
                {
                    return SceneReply.ChangedSince();
                }

                choices.Change(camera.Name, now => copy(now, before));
                return SceneReply.TakenBack(message);
            }),
        };
    }

    private SceneReply BringBack(string by, Func<SceneReply> work)
    {
        var reply = Guarded(by, work);
        if (reply.IsDone)
        {
            BroughtBack?.Invoke();
        }

        return reply;
    }

    // Why not; null when it is back.
    private SceneReply? PutBack(SceneCamera camera, DeletedSceneModel deleted, SceneChoices before, SceneChoices after)
    {
        var isOther = camera != _camera || Models().Any(one => IsName(one.Name, deleted.Name));
        if (isOther || !HasRoomFor(deleted.Name))
        {
            return isOther ? SceneReply.ChangedSince() : SceneReply.Full();
        }

        store.PutBack(camera, deleted);
        Restore(camera, after, before);
        return null;
    }

    // What came with a model is chosen again, unless another was chosen since.
    private void Restore(SceneCamera camera, SceneChoices after, SceneChoices before) =>
        choices.Change(camera.Name, now => now.WithMeasureOf(after) == now ? now.WithMeasureOf(before) : now);

    private SceneModelInfo? InfoOf(SceneChoices chosen) => Models().FirstOrDefault(one => IsName(one.Name, chosen.Model))?.Info;

    private SceneReply Change(string name, string by, Func<SceneCamera, SceneModelEntry, SceneReply> change) => Guarded(by, () =>
        _camera is { } camera && Models().FirstOrDefault(one => IsName(one.Name, name)) is { } model ? change(camera, model) : SceneReply.NotFound(name));

    private SceneReply Guarded(string by, Func<SceneReply> work)
    {
        SceneReply reply;
        lock (_lock)
        {
            try
            {
                reply = work();
            }
            catch (AnalysisException refused)
            {
                reply = SceneReply.Refused(refused.Message);
            }
            catch (IOException refused)
            {
                reply = SceneReply.Failed(refused.Message);
            }

            Forget();
        }

        if (reply.IsDone)
        {
            SceneLog.Changed(logger, reply.Message, by);
        }

        Tell();
        return reply;
    }

    private LearntModel? Load(SceneModelEntry entry)
    {
        if (_unsaved?.Entry == entry)
        {
            return _unsaved;
        }

        try
        {
            return new LearntModel(entry, SceneModelFile.Read(store.Read(_camera!, entry.Name), entry.Name));
        }
        catch (Exception unreadable) when (unreadable is IOException or AnalysisException)
        {
            _problems = [unreadable.Message];
            return null;
        }
    }

    private IReadOnlyList<SceneModelEntry> Models()
    {
        if (_models is null && _camera is { } camera)
        {
            var (models, problems) = store.List(camera);
            _models = _unsaved is { } unsaved ? [unsaved.Entry, .. models.Where(one => !IsName(one.Name, unsaved.Entry.Name))] : models;
            _problems = problems.Count > 0 ? problems : _problems;
        }

        return _models ?? [];
    }

    // Another scale, and another word than that of a learning that is still bettering it.
    private void OnReplaced(string name)
    {
        if (IsName(name, Choices.Model))
        {
            // First: the model is there, whether or not the choice can be written.
            Interlocked.Increment(ref _replacements);
            choices.Change(_camera!.Name, before => before with { Threshold = null });
        }
    }

    // Read anew when next asked for.
    private void Forget() => _models = null;

    private void Tell()
    {
        Interlocked.Increment(ref _version);
        Changed?.Invoke();
    }
}
