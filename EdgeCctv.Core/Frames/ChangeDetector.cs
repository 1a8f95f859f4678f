namespace EdgeCctv.Core.Frames;

/// <summary>
/// Tells for how long a camera has been sending one and the same picture: identical bytes, or an identical analysis picture where one
/// is made. A real sensor's noise never repeats; a camera that re-encodes a stuck sensor with fresh noise is not caught. One thread.
/// </summary>
internal sealed class ChangeDetector
{
    private (ulong Hash, TimeSpan Since)? _bytes;
    private (GreyPicture Picture, TimeSpan Since)? _grey;

    /// <param name="contentHash">Of the JPEG.</param>
    /// <param name="grey">The analysis picture, where there is one; pictures without do not interrupt the comparison.</param>
    /// <param name="at">Receipt, on a monotonic scale.</param>
    /// <returns>Time since the picture last changed; zero when it just did.</returns>
    public TimeSpan Add(ulong contentHash, GreyPicture? grey, TimeSpan at)
    {
        if (_bytes?.Hash != contentHash)
        {
            _bytes = (contentHash, at);
        }

        if (grey is not null && !IsSame(_grey?.Picture, grey))
        {
            _grey = (grey, at);
        }

        var sameBytes = at - _bytes.GetValueOrDefault().Since;

        // Only a picture that was compared itself can be called the same.
        var sameGrey = grey is not null && _grey is { } known ? at - known.Since : TimeSpan.Zero;
        return sameBytes > sameGrey ? sameBytes : sameGrey;
    }

    private static bool IsSame(GreyPicture? before, GreyPicture now) =>
        before is not null && before.Width == now.Width && before.Pixels.AsSpan().SequenceEqual(now.Pixels);
}
