using EdgeCctv.Core.Capture.Clips;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Tests.Inference.Scene;

namespace EdgeCctv.Tests.CommandLine;

/// <summary>A clip in which the frames of the given numbers can be decoded.</summary>
internal sealed class ListedReader(IEnumerable<int> numbers) : IClipReader<GreyPicture>
{
    public static readonly SceneGeometry Geometry = new(64, 64);

    private readonly IEnumerator<int> _numbers = numbers.GetEnumerator();

    public ClipFacts Facts => new(Geometry.Width, Geometry.Height, null, null);

    /// <summary>Whether it throws after the last frame.</summary>
    public bool Breaks { get; init; }

    public int Passed { get; private set; }

    public int Skipped => 0;

    public string? BrokenOff => null;

    public static GreyPicture Picture(int number) => ScenePictures.Of(Geometry, number % 100);

    public ClipFrame<GreyPicture>? Next(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_numbers.MoveNext())
        {
            Passed = _numbers.Current;
            return new ClipFrame<GreyPicture>(Passed, Picture(Passed));
        }

        return Breaks ? throw new InvalidDataException("broken") : null;
    }

    public void Dispose() => _numbers.Dispose();
}
