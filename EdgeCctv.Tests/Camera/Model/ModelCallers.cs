using EdgeCctv.Core.Camera;

namespace EdgeCctv.Tests.Camera.Model;

/// <summary>Who asked for what, what they must be told, and what they were.</summary>
internal sealed class ModelCallers
{
    private readonly List<Task<CameraReply>> _replies = [];
    private readonly Dictionary<int, (CameraReplyKind Kind, string Part)> _expected = [];

    /// <returns>The number of the caller.</returns>
    public int Next => _replies.Count;

    public void Add(Task<CameraReply> reply) => _replies.Add(reply);

    public void Expect(int caller, CameraReplyKind kind, string part) => _expected.Add(caller, (kind, part));

    /// <summary>All of them, who then wait for nothing more.</summary>
    public void ExpectAll(IEnumerable<int> waiting, CameraReplyKind kind, string part)
    {
        foreach (var caller in waiting)
        {
            Expect(caller, kind, part);
        }

        (waiting as List<int>)?.Clear();
    }

    /// <summary>Everybody who must have been answered was, in the right words, and nobody else.</summary>
    public async Task VerifyAsync(TimeSpan patience)
    {
        foreach (var (caller, (kind, part)) in _expected)
        {
            var reply = await _replies[caller].WaitAsync(patience, TimeProvider.System);
            Assert.Equal(kind, reply.Kind);
            Assert.Contains(part, reply.Message, StringComparison.Ordinal);
        }

        Assert.All(Enumerable.Range(0, _replies.Count).Except(_expected.Keys), caller => Assert.False(_replies[caller].IsCompleted));
    }
}
