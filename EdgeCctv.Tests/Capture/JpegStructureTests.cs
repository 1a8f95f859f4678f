using System.Buffers.Binary;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Capture;

public sealed class JpegStructureTests
{
    private static readonly byte[] Tiny = TinyJpeg.Numbered(1);

    [Fact]
    public void Check_WholePicture_TellsSizeAndLength()
    {
        Assert.Null(JpegStructure.Check(Tiny, out var scan));

        Assert.Equal((TinyJpeg.Width, TinyJpeg.Height, Tiny.Length, true), (scan.Width, scan.Height, scan.Length, scan.HasHuffmanTables));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(JpegStructure.LongestPadding, true)]
    [InlineData(JpegStructure.LongestPadding + 1, false)]
    public void Check_ZerosAfterTheEnd_AreToleratedAndNotCounted(int zeros, bool isWhole)
    {
        Assert.Equal(isWhole, JpegStructure.Check([.. Tiny, .. new byte[zeros]], out var scan) is null);

        Assert.Equal(Tiny.Length, scan.Length);
    }

    [Fact]
    public void Check_SomethingElseAfterTheEnd_IsBroken() =>
        Assert.Equal("something follows its end", JpegStructure.Check([.. Tiny, 0, 1], out _));

    [Fact]
    public void Check_CutAnywhere_IsBroken() => Assert.All(
        Enumerable.Range(0, Tiny.Length),
        length => Assert.Equal("it ends in the middle", JpegStructure.Check(Tiny.AsSpan(0, length), out _)));

    [Fact]
    public void Advance_ByteByByte_ComesToTheSameEnd()
    {
        var scan = default(JpegScan);
        Assert.All(Enumerable.Range(0, Tiny.Length), length => Assert.Equal(JpegVerdict.Unfinished, scan.Advance(Tiny.AsSpan(0, length))));

        Assert.Equal(JpegVerdict.Whole, scan.Advance(Tiny));
        Assert.Equal(Tiny.Length, scan.Length);
    }

    [Theory]
    [InlineData(8192, 4882, true)]
    [InlineData(1, 1, true)]
    [InlineData(8192, 4883, false)]
    [InlineData(8193, 1, false)]
    [InlineData(1, 8193, false)]
    [InlineData(0, 1, false)]
    [InlineData(1, 0, false)]
    [InlineData(10_000, 10_000, false)]
    public void Check_Size_IsLimitedAndNamed(int width, int height, bool isAllowed)
    {
        var jpeg = With(0xC0, segment =>
        {
            BinaryPrimitives.WriteUInt16BigEndian(segment[5..], (ushort)height);
            BinaryPrimitives.WriteUInt16BigEndian(segment[7..], (ushort)width);
        });

        var fault = JpegStructure.Check(jpeg, out _);

        Assert.Equal(isAllowed, fault is null);
        Assert.True(isAllowed || fault!.Contains($"{width}×{height}", StringComparison.Ordinal), fault);
    }

    [Fact]
    public void Check_StuffingPaddingAndRestarts_BelongToTheData()
    {
        byte[] jpeg = [.. Tiny[..^2], 0xFF, 0x00, 0xFF, 0xD0, 0x12, 0xFF, 0xD7, 0xFF, 0xFF, 0xFF, 0xD9];

        Assert.Null(JpegStructure.Check(jpeg, out var scan));
        Assert.Equal(jpeg.Length, scan.Length);
    }

    [Fact]
    public void Check_SecondScan_IsWalkedThrough()
    {
        var scanAt = IndexOf(0xDA);
        byte[] jpeg = [.. Tiny[..^2], .. Tiny[scanAt..]];

        Assert.Null(JpegStructure.Check(jpeg, out var scan));
        Assert.Equal((jpeg.Length, scanAt), (scan.Length, scan.FirstScan));
    }

    [Theory]
    [InlineData(new byte[] { 0x00, 0xD8 }, "does not begin")]
    [InlineData(new byte[] { 0xFF, 0xE0 }, "does not begin")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0x12, 0x34 }, "do not follow")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xD9 }, "before its first line")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xD8 }, "ends in the middle, where another begins")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0x01 }, "no meaning")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xD0 }, "no meaning")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x01 }, "impossible length")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xC9, 0x00, 0x02 }, "not supported")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xC0, 0x00, 0x03, 0x08 }, "frame header is damaged")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xDA, 0x00, 0x08, 1, 1, 0, 0, 63, 0 }, "no frame header")]
    public void Check_Broken_SaysWhat(byte[] jpeg, string words) =>
        Assert.Contains(words, JpegStructure.Check(jpeg, out _), StringComparison.Ordinal);

    [Fact]
    public void Check_AnotherPictureInItsMiddle_IsBroken() =>
        Assert.Equal("it ends in the middle, where another begins", JpegStructure.Check([.. Tiny[..^2], .. Tiny], out _));

    [Fact]
    public void Check_DamagedScanHeader_IsBroken() =>
        Assert.Equal("its scan header is damaged", JpegStructure.Check(With(0xDA, segment => segment[4] = 9), out _));

    private static byte[] With(byte marker, Action<Span<byte>> change)
    {
        var jpeg = (byte[])Tiny.Clone();
        change(jpeg.AsSpan(IndexOf(marker)));
        return jpeg;
    }

    private static int IndexOf(byte marker) => Tiny.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, marker]);
}
