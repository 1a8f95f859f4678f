using System.Buffers.Binary;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Capture;

public sealed class JpegHuffmanTablesTests
{
    [Fact]
    public void Segment_Standard_HasItsFourTables()
    {
        var segment = JpegHuffmanTables.Segment;
        Assert.Equal(segment.Length - 2, BinaryPrimitives.ReadUInt16BigEndian(segment[2..]));
        var found = new List<(byte Id, int Codes)>();
        for (var at = 4; at < segment.Length;)
        {
            var codes = segment.Slice(at + 1, 16).ToArray().Sum(count => count);
            found.Add((segment[at], codes));
            at += 17 + codes;
        }

        Assert.Equal([(0x00, 12), (0x10, 162), (0x01, 12), (0x11, 162)], found);
    }

    [Fact]
    public void Insert_PictureWithoutTables_IsWholeAndHasThem()
    {
        var bare = WithoutTables(TinyJpeg.Numbered(1));
        Assert.Null(JpegStructure.Check(bare, out var before));
        Assert.False(before.HasHuffmanTables);

        var complete = JpegHuffmanTables.Insert(bare, before.FirstScan);

        Assert.Null(JpegStructure.Check(complete, out var after));
        Assert.True(after.HasHuffmanTables);
        Assert.Equal((bare.Length + JpegHuffmanTables.Segment.Length, complete.Length), (complete.Length, after.Length));
    }

    [RequiresLinuxFact]
    [Trait("Category", "Camera")]
    public void Insert_RealPictureWithoutTables_IsDecodedAsBefore()
    {
        var jpeg = CameraPictures.Take();
        var bare = WithoutTables(jpeg);
        JpegStructure.Check(bare, out var scan);
        using var decoder = LibraryUnderTest.Create(TimeProvider.System).CreateGreyDecoder(CaptureSettings.Default);

        var restored = decoder.Decode(JpegHuffmanTables.Insert(bare, scan.FirstScan));

        Assert.Equal(decoder.Decode(jpeg)!.Pixels, restored!.Pixels);
    }

    /// <summary>As a USB camera would send it.</summary>
    internal static byte[] WithoutTables(byte[] jpeg)
    {
        var bare = new List<byte>(jpeg[..2]);
        var at = 2;
        while (jpeg[at + 1] != 0xDA)
        {
            var size = 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2));
            bare.AddRange(jpeg[at + 1] == 0xC4 ? [] : jpeg[at..(at + size)]);
            at += size;
        }

        return [.. bare, .. jpeg[at..]];
    }
}
