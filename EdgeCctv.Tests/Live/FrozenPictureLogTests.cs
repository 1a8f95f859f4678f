using EdgeCctv.Core.Frames;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Tests.Live;

public sealed class FrozenPictureLogTests
{
    private const int Frozen = 340;
    private const int Moving = 341;

    private readonly LogRecord<FrozenPictureLog> _record = new();
    private readonly FrozenPictureLog _log;

    public FrozenPictureLogTests() => _log = new FrozenPictureLog(Freshness.Default, _record);

    private IEnumerable<int> Events => _record.Lines.Select(line => line.Id);

    [Fact]
    public void OnPublished_FreezesAndMoves_TellsEachOnce()
    {
        Publish(1, seconds: 9);
        Publish(1, seconds: 10);
        Publish(1, seconds: 11);
        Publish(2, seconds: 0);
        Publish(3, seconds: 0);

        Assert.Equal([Frozen, Moving], Events);
    }

    [Fact]
    public void OnPublished_NewConnectionToACameraThatStillRepeatsThePicture_IsNoMovement()
    {
        Publish(1, seconds: 10);
        Publish(1, seconds: 0);
        Publish(1, seconds: 10);

        Assert.Equal([Frozen], Events);
    }

    [Fact]
    public void OnCleared_Frozen_BeginsAnewWithoutAWord()
    {
        Publish(1, seconds: 10);
        _log.OnCleared();
        Publish(2, seconds: 0);

        Assert.Equal([Frozen], Events);
    }

    // The content hash of a test frame is its number.
    private void Publish(long picture, double seconds) =>
        _log.OnPublished(TestFrames.Frame(picture, unchangedFor: TimeSpan.FromSeconds(seconds)));
}
