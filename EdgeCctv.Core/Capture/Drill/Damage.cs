namespace EdgeCctv.Core.Capture.Drill;

/// <summary>Breaks a copy of a JPEG in ways that cameras and networks do.</summary>
internal static class Damage
{
    // Behind the start marker, FF D8, stands the FF of the next one.
    private const int SecondMarker = 2;

    /// <param name="jpeg">Untouched: others may be looking at it.</param>
    /// <param name="turn">Each has its way: cut off in the middle, or bits flipped in a marker.</param>
    public static byte[] Of(byte[] jpeg, int turn)
    {
        if (turn % 2 == 0 || jpeg.Length <= SecondMarker)
        {
            // Zeros that some cameras fill up with are not part of the picture.
            return jpeg[..(jpeg.AsSpan().TrimEnd((byte)0).Length / 2)];
        }

        var flipped = (byte[])jpeg.Clone();
        flipped[SecondMarker] ^= 0xFF;
        return flipped;
    }
}
