using EdgeCctv.Core.Frames;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Frames;

public sealed class FrameBroadcasterTests
{
    [Fact]
    public async Task Publish_SlowReader_GetsTheNewestAndItsSkipsAreCounted()
    {
        var broadcaster = new FrameBroadcaster([]);
        using var subscription = broadcaster.Subscribe();

        Publish(broadcaster, 1, 2, 3, 4);

        Assert.Equal(4, (await subscription.NextAsync(default)).Sequence);
        Assert.Equal(3, subscription.Skipped);
    }

    [Fact]
    public async Task Publish_ReaderKeepsUp_GetsEachOnceAndSkipsNothing()
    {
        var broadcaster = new FrameBroadcaster([]);
        using var subscription = broadcaster.Subscribe();
        List<long> got = [];

        for (var sequence = 1; sequence <= 3; sequence++)
        {
            Publish(broadcaster, sequence);
            got.Add((await subscription.NextAsync(default)).Sequence);
        }

        Assert.Equal([1, 2, 3], got);
        Assert.Equal(0, subscription.Skipped);
        AssertNothingNew(subscription);
    }

    [Fact]
    public async Task Publish_ReaderWaits_WakesIt()
    {
        var broadcaster = new FrameBroadcaster([]);
        using var subscription = broadcaster.Subscribe();
        var next = subscription.NextAsync(default).AsTask();
        Assert.False(next.IsCompleted);

        Publish(broadcaster, 1);

        Assert.Equal(1, (await next).Sequence);
    }

    [Fact]
    public async Task Publish_OneReaderStandsStill_HoldsUpNobody()
    {
        var broadcaster = new FrameBroadcaster([]);
        using var still = broadcaster.Subscribe();
        using var quick = broadcaster.Subscribe();

        for (var sequence = 1; sequence <= 1000; sequence++)
        {
            Publish(broadcaster, sequence);
            Assert.Equal(sequence, (await quick.NextAsync(default)).Sequence);
        }

        Assert.Equal((0, 999), (quick.Skipped, still.Skipped));
    }

    [Fact]
    public async Task Subscribe_Late_BeginsWithTheNewestOnly()
    {
        var broadcaster = new FrameBroadcaster([]);
        Publish(broadcaster, 1, 2);

        using var late = broadcaster.Subscribe();

        Assert.Equal(2, (await late.NextAsync(default)).Sequence);
        Assert.Equal(0, late.Skipped);
        AssertNothingNew(late);
    }

    [Fact]
    public async Task Subscribe_WhileAFrameIsBeingPublished_DoesNotGetItTwice()
    {
        var observer = new SubscribingObserver();
        var broadcaster = new FrameBroadcaster([observer]);
        observer.Broadcaster = broadcaster;

        Publish(broadcaster, 1);

        using var subscription = observer.Subscription!;
        Assert.Equal(1, (await observer.First!).Sequence);
        AssertNothingNew(subscription);
    }

    [Fact]
    public async Task NextAsync_Cancelled_LeavesTheNextFrameToTheNextCall()
    {
        var broadcaster = new FrameBroadcaster([]);
        using var subscription = broadcaster.Subscribe();
        using var patience = new CancellationTokenSource();
        var next = subscription.NextAsync(patience.Token).AsTask();

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);

        Publish(broadcaster, 1);
        Assert.Equal(1, (await subscription.NextAsync(default)).Sequence);
    }

    [Fact]
    public async Task Dispose_WhileWaiting_EndsTheWaitAndForgetsTheReader()
    {
        var broadcaster = new FrameBroadcaster([]);
        var subscription = broadcaster.Subscribe();
        using var other = broadcaster.Subscribe();
        var next = subscription.NextAsync(default).AsTask();

        subscription.Dispose();
        subscription.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Equal(1, broadcaster.Readers);
    }

    [Fact]
    public void Clear_AfterFrames_ForgetsTheNewestForLaterReaders()
    {
        var broadcaster = new FrameBroadcaster([]);
        Publish(broadcaster, 1);

        broadcaster.Clear();

        Assert.Null(broadcaster.Newest);
        using var later = broadcaster.Subscribe();
        AssertNothingNew(later);
    }

    [Fact]
    public void Clear_FrameNotFetchedYet_IsTakenBackFromASlowReader()
    {
        var broadcaster = new FrameBroadcaster([]);
        using var subscription = broadcaster.Subscribe();
        Publish(broadcaster, 1);

        broadcaster.Clear();

        AssertNothingNew(subscription);
    }

    [Fact]
    public void Observers_SeeEveryFrameAndEveryClear()
    {
        RecordingObserver[] observers = [new(), new()];
        var broadcaster = new FrameBroadcaster(observers);

        Publish(broadcaster, 1, 2);
        broadcaster.Clear();
        Publish(broadcaster, 3);

        Assert.All(observers, observer => Assert.Equal(["1", "2", "cleared", "3"], observer.Seen));
    }

    [Fact]
    public void DemandGrey_SeveralLeases_LastsUntilAllHaveEndedAndEachCountsOnce()
    {
        var broadcaster = new FrameBroadcaster([]);
        Assert.False(broadcaster.GreyWanted);
        var first = broadcaster.DemandGrey();
        var second = broadcaster.DemandGrey();

        first.Dispose();
        first.Dispose();
        Assert.True(broadcaster.GreyWanted);

        second.Dispose();
        Assert.False(broadcaster.GreyWanted);
    }

    private static void AssertNothingNew(FrameSubscription subscription) => Assert.False(subscription.NextAsync(default).AsTask().IsCompleted);

    private static void Publish(FrameBroadcaster broadcaster, params ReadOnlySpan<long> sequences)
    {
        foreach (var sequence in sequences)
        {
            broadcaster.Publish(TestFrames.Frame(sequence));
        }
    }

    private sealed class RecordingObserver : IFrameObserver
    {
        public List<string> Seen { get; } = [];

        public void OnPublished(Frame frame) => Seen.Add($"{frame.Sequence}");

        public void OnCleared() => Seen.Add("cleared");
    }

    /// <summary>Comes at the worst moment: the frame is the newest already, and the readers have not been offered it yet.</summary>
    private sealed class SubscribingObserver : IFrameObserver
    {
        public FrameBroadcaster? Broadcaster { get; set; }

        public FrameSubscription? Subscription { get; private set; }

        public Task<Frame>? First { get; private set; }

        public void OnPublished(Frame frame)
        {
            if (Subscription is null)
            {
                Subscription = Broadcaster!.Subscribe();
                First = Subscription.NextAsync(default).AsTask();
            }
        }

        public void OnCleared()
        {
        }
    }
}
