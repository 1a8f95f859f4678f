namespace EdgeCctv.Core.Frames;

/// <summary>
/// Tells for how long a camera has been sending one and the same picture: identical bytes, or an identical analysis picture where one
/// is made. A real sensor's noise never repeats; a camera that re-encodes a stuck sensor with fresh noise is not caught. One thread.
/// </summary>
internal sealed class ChangeDetector
{
    /// <summary>Analysis pictures further apart than this are not made any more.</summary>
    private static readonly TimeSpan LongestBetween = TimeSpan.FromSeconds(15);

    private (ulong Hash, TimeSpan Since)? _bytes;
    private (GreyPicture Picture, TimeSpan Since, TimeSpan Seen)? _grey;

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

        if (grey is not null)
        {
            _grey = (grey, IsSame(_grey?.Picture, grey) ? _grey.GetValueOrDefault().Since : at, at);
        }

        var sameBytes = at - _bytes.GetValueOrDefault().Since;

        // Analysis pictures are made more rarely than pictures come: in between, the last one's verdict holds.
        var sameGrey = _grey is { } last && at - last.Seen <= LongestBetween ? last.Seen - last.Since : TimeSpan.Zero;
        return sameBytes > sameGrey ? sameBytes : sameGrey;
    }

    private static bool IsSame(GreyPicture? before, GreyPicture now) =>
        before is not null && before.Width == now.Width && before.Pixels.AsSpan().SequenceEqual(now.Pixels);
}
