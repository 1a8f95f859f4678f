using EdgeCctv.Core.Camera;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Camera;

public sealed class CameraLifecycleManagerBurstTests
{
    private const int Callers = 8;
    private const int CommandsEach = 25;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Commands_InABurstFromManyCallers_NeverOpenTwoCamerasAndAllAreAnswered(int seed)
    {
        await using var rig = new CameraRig();

        var replies = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => CommandAsync(rig, (seed * Callers) + caller))));
        await rig.StopAsync();

        Assert.Equal(Callers * CommandsEach, replies.Sum(answers => answers.Length));
        Assert.True(rig.Backend.Opens > 1, "The burst started the camera only once.");
        Assert.Equal((1, 0), (rig.Backend.MostOpenAtOnce, rig.Backend.OpenNow));
        Assert.Equal((CameraState.Idle, rig.Backend.Opens), (rig.Status.State, rig.Backend.Disposals));
        Assert.All(rig.History, status => Assert.True(status.LostCaptures == 0));
    }

    private static async Task<CameraReply[]> CommandAsync(CameraRig rig, int seed)
    {
        var random = new Random(seed);
        var replies = new List<CameraReply>();
        while (replies.Count < CommandsEach)
        {
            replies.Add(await (random.Next(4) switch
            {
                0 => rig.StopAsync(),
                1 => rig.StartAsync(CameraRig.Back),
                _ => rig.StartAsync(),
            }));
        }

        return [.. replies];
    }
}
