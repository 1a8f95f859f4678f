using EdgeCctv.Core.Capture.Clips;
using EdgeCctv.Web.CommandLine;

namespace EdgeCctv.Tests.CommandLine;

public sealed class ReadAheadTests
{
    [Fact]
    public void Frames_AllOfThem_ComeInOrder()
    {
        var reader = new CountingReader(100);

        Assert.Equal(Enumerable.Range(1, 100), ReadAhead.Frames(reader, default).Select(frame => frame.Picture));
    }

    [Fact]
    public void Frames_ReaderThatBreaks_ThrowsAfterWhatItGave()
    {
        var reader = new CountingReader(3) { Breaks = true };
        var seen = new List<int>();

        Assert.Throws<InvalidDataException>(() =>
        {
            foreach (var frame in ReadAhead.Frames(reader, default))
            {
                seen.Add(frame.Picture);
            }
        });

        Assert.Equal([1, 2, 3], seen);
    }

    [Fact]
    public void Frames_NotTakenToTheEnd_LetGoOfTheReader()
    {
        var reader = new CountingReader(int.MaxValue);

        Assert.Equal([1, 2], ReadAhead.Frames(reader, default).Take(2).Select(frame => frame.Picture));

        var given = reader.Passed;
        Assert.Equal(given, reader.Passed);
        Assert.InRange(given, 2, 12);
    }

    [Fact]
    public void Frames_Cancelled_Ends()
    {
        using var cancellation = new CancellationTokenSource();
        var reader = new CountingReader(int.MaxValue);

        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var frame in ReadAhead.Frames(reader, cancellation.Token))
            {
                cancellation.Cancel();
            }
        });
    }

    private sealed class CountingReader(int frames) : IClipReader<int>
    {
        public ClipFacts Facts => new(1, 1, null, frames);

        public bool Breaks { get; init; }

        public int Passed { get; private set; }

        public int Skipped => 0;

        public string? BrokenOff => null;

        public ClipFrame<int>? Next(CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Passed < frames)
            {
                Passed++;
                return new ClipFrame<int>(Passed, Passed);
            }

            return Breaks ? throw new InvalidDataException("broken") : null;
        }

        public void Dispose()
        {
            // Holds nothing.
        }
    }
}
