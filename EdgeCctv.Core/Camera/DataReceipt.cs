namespace EdgeCctv.Core.Camera;

/// <summary>What came from the camera, whether or not it became a picture, since it was last started.</summary>
/// <param name="Last">When anything last came, on the monotonic clock; null when nothing did.</param>
/// <param name="IsOfOpenCapture">Whether the capture that is open now received it; else an earlier attempt did.</param>
/// <param name="EndedInVain">Whether data were still coming when the last attempt or run was given up for want of a picture.</param>
public sealed record DataReceipt(long? Last, bool IsOfOpenCapture, bool EndedInVain)
{
    public static readonly DataReceipt None = new(null, false, false);
}
