namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>A learning that was begun and has not ended. The object is its identity.</summary>
/// <param name="name">What the model will be called.</param>
/// <param name="least">How much video it learns from at least.</param>
/// <param name="by">Who began it.</param>
/// <param name="began">When.</param>
/// <param name="goesOnUntil">Beside watching it goes on until so much video was seen.</param>
internal sealed class SceneLearning(string name, TimeSpan least, string by, DateTimeOffset began, TimeSpan goesOnUntil = default)
{
    private volatile bool _isToFinish;

    public string Name => name;

    public TimeSpan Least => least;

    public string By => by;

    /// <summary>How much video the last of its models is learnt from, where that is more than <see cref="Least"/>.</summary>
    public TimeSpan GoesOnUntil => goesOnUntil;

    public DateTimeOffset Began => began;

    /// <summary>Whether an operator wants it to end with what was seen. Any thread.</summary>
    public bool IsToFinish => _isToFinish;

    public void AskToFinish() => _isToFinish = true;
}
