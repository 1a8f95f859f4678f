using System.Buffers.Binary;

namespace EdgeCctv.Tests.Fakes;

/// <summary>The smallest JPEG that every decoder takes: one grey block. Each has a number in its comment, so that no two are alike.</summary>
internal static class TinyJpeg
{
    public const int Width = 8;
    public const int Height = 8;

    private static int _made;

    public static byte[] Next() => Numbered(Interlocked.Increment(ref _made));

    public static byte[] Numbered(int number)
    {
        var comment = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(comment, number);
        return
        [
            0xFF, 0xD8,
            .. Segment(0xFE, comment),
            .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]), // quantisation: all ones
            .. Segment(0xC0, [8, 0, Height, 0, Width, 1, 1, 0x11, 0]), // baseline, one component
            .. Segment(0xC4, OneCode(tableClass: 0x00)), // the only code of each table is one bit long and means nothing follows
            .. Segment(0xC4, OneCode(tableClass: 0x10)),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
            0x3F, // both codes, then ones as padding
            0xFF, 0xD9,
        ];
    }

    private static byte[] OneCode(byte tableClass) => [tableClass, 1, .. Enumerable.Repeat((byte)0, 15), 0];

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, 0, (byte)(content.Length + 2), .. content];
}
