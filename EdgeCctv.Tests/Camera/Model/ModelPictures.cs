namespace EdgeCctv.Tests.Camera.Model;

/// <summary>When the pictures of a run came, and when the next one is overdue: the stall time, or three of the camera's own intervals.</summary>
internal sealed class ModelPictures
{
    private static readonly TimeSpan StallTime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private readonly List<TimeSpan> _times = [];
    private bool _isPatient;

    public int Count => _times.Count;

    public TimeSpan StallAt => _times[^1] + Limit;

    private TimeSpan Limit
    {
        get
        {
            var spacings = _times.Zip(_times.Skip(1), (earlier, later) => later - earlier).TakeLast(8).Order().ToList();
            var ordinary = spacings.Count == 0 && _isPatient ? Patience : StallTime;
            var slow = spacings.Count == 0 ? TimeSpan.Zero : 3 * spacings[spacings.Count / 2];
            return slow <= ordinary ? ordinary : slow < Longest ? slow : Longest;
        }
    }

    public void Begin(TimeSpan now, bool isPatient)
    {
        _times.Clear();
        _times.Add(now);
        _isPatient = isPatient;
    }

    public void Add(TimeSpan now) => _times.Add(now);
}
