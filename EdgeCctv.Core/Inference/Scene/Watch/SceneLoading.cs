namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>Opens a model beside the analyser's thread, whose answers are waited for. The analyser's thread asks for it.</summary>
internal sealed class SceneLoading : IDisposable
{
    private readonly Lock _lock = new();
    private SceneWatching? _ready;
    private Exception? _broken;
    private bool _isDisposed;

    /// <param name="learnt">The model.</param>
    /// <param name="open">Opens it; may take seconds.</param>
    public SceneLoading(LearntModel learnt, Func<LearntModel, SceneWatching> open)
    {
        Learnt = learnt;
        _ = Task.Run(() => Open(open));
    }

    public LearntModel Learnt { get; }

    /// <summary>The opened model, which is the caller's from then on; null while it is being opened.</summary>
    /// <exception cref="AnalysisException">It cannot be opened.</exception>
    public SceneWatching? Take()
    {
        lock (_lock)
        {
            if (_broken is { } broken)
            {
                throw new AnalysisException(broken.Message, broken);
            }

            (var ready, _ready) = (_ready, null);
            return ready;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _ready?.Dispose();
            _ready = null;
        }
    }

    private void Open(Func<LearntModel, SceneWatching> open)
    {
        try
        {
            var opened = open(Learnt);
            lock (_lock)
            {
                if (!_isDisposed)
                {
                    _ready = opened;
                    return;
                }
            }

            opened.Dispose();
        }
        catch (Exception broken)
        {
            lock (_lock)
            {
                _broken = broken;
            }
        }
    }
}
