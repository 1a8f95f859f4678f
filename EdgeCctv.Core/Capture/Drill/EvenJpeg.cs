namespace EdgeCctv.Core.Capture.Drill;

/// <summary>
/// Writes a JPEG of one even, nearly black grey, in a few kilobytes and without any library: a camera whose pictures are passed through
/// needs none either. The first block of 8 × 8 pixels says how dark it is, every other one, in two bits, that nothing changes.
/// </summary>
internal static class EvenJpeg
{
    /// <summary>The brightness of every pixel; 0 is black.</summary>
    public const byte Luma = 16;

    private const int Block = 8;

    // The mean of a block is sent eightfold, as a distance from the middle grey, and divided by this: 8 × (16 − 128) / 128 = −7.
    private const byte Quantisation = 128;

    // Both tables have two codes: "0" for nothing, which is all that the blocks after the first need, and "10" for a value of three bits.
    // The first block is then 10 (three bits follow), 000 (which is −7), 0 (no more in this block).
    private const byte FirstBlock = 0b1000_0000;
    private const int FirstBlockBits = 6;
    private const int OtherBlockBits = 2;

    /// <param name="width">Width in pixels, up to 65535.</param>
    /// <param name="height">Height in pixels, up to 65535.</param>
    public static byte[] Encode(int width, int height) =>
    [
        0xFF, 0xD8,
        .. Segment(0xDB, [0, .. Enumerable.Repeat(Quantisation, Block * Block)]),
        .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]), // baseline, one component
        .. Segment(0xC4, TwoCodes(tableClass: 0x00)),
        .. Segment(0xC4, TwoCodes(tableClass: 0x10)),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        .. Blocks(width, height),
        0xFF, 0xD9,
    ];

    private static byte[] Blocks(int width, int height)
    {
        var others = (Count(width) * Count(height)) - 1;
        var bits = FirstBlockBits + (others * OtherBlockBits);
        var coded = new byte[(bits + 7) / 8];
        coded[0] = FirstBlock;

        // What is left of the last byte is filled with ones, as the standard wants it.
        coded[^1] |= (byte)((1 << ((coded.Length * 8) - bits)) - 1);
        return coded;
    }

    private static int Count(int pixels) => (pixels + Block - 1) / Block;

    // One code of one bit, one of two bits, and what they mean: nothing, a value of three bits.
    private static byte[] TwoCodes(byte tableClass) => [tableClass, 1, 1, .. Enumerable.Repeat((byte)0, 14), 0, 3];

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, 0, (byte)(content.Length + 2), .. content];
}
