using EdgeCctv.Web.CommandLine;

namespace EdgeCctv.Tests.CommandLine;

public sealed class ReadAheadTests
{
    [Fact]
    public void Frames_AllOfThem_ComeInOrder()
    {
        var reader = new ListedReader(Enumerable.Range(1, 100));

        Assert.Equal(Enumerable.Range(1, 100), ReadAhead.Frames(reader, default).Select(frame => frame.Number));
    }

    [Fact]
    public void Frames_ReaderThatBreaks_ThrowsAfterWhatItGave()
    {
        var reader = new ListedReader(Enumerable.Range(1, 3)) { Breaks = true };
        var seen = new List<int>();

        Assert.Throws<InvalidDataException>(() =>
        {
            foreach (var frame in ReadAhead.Frames(reader, default))
            {
                seen.Add(frame.Number);
            }
        });

        Assert.Equal([1, 2, 3], seen);
    }

    [Fact]
    public void Frames_NotTakenToTheEnd_LetGoOfTheReader()
    {
        var reader = new ListedReader(Enumerable.Range(1, int.MaxValue));

        Assert.Equal([1, 2], ReadAhead.Frames(reader, default).Take(2).Select(frame => frame.Number));

        var given = reader.Passed;
        Assert.Equal(given, reader.Passed);
        Assert.InRange(given, 2, 12);
    }

    [Fact]
    public void Frames_Cancelled_Ends()
    {
        using var cancellation = new CancellationTokenSource();
        var reader = new ListedReader(Enumerable.Range(1, int.MaxValue));

        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var frame in ReadAhead.Frames(reader, cancellation.Token))
            {
                cancellation.Cancel();
            }
        });
    }
}
