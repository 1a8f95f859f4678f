using EdgeCctv.Tests.Hosts;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Faults;

/// <summary>Every fault of an RTSP camera and of the network before it, played to the real process.</summary>
[Trait("Category", "Fault")]
[Collection(MachineGroup.Name)]
public sealed class RtspFaultTests(ITestOutputHelper output)
{
    private static readonly CameraFaultCase<RtspStage>[] Cases =
    [
        new("refuses", stage => stage.Refuse(), "Refused"),
        new("accepts, then silent", stage => stage.BeSilent(), "TimedOut"),
        new("stalls mid-frame", stage => stage.Network.Flow.Stall(), "NoData", "TimedOut"),
        new("cuts mid-frame", stage => stage.Network.Flow.CutAfterBytes = 30_000, "EndOfStream", "NoData", "Failed", "TimedOut", "Refused") { MayStream = true },
        new("starves", stage => stage.Network.Flow.BytesPerSecond = 500, "NoData", "TimedOut"),
        new("corrupted H.264", stage => stage.Network.Flow.DamageOneIn = 200, "Damaged", "NoData", "TimedOut", "EndOfStream", "Failed", "Refused") { MayStream = true },
        new("401, then well", stage => stage.AskForPassword(), "Unauthorized") { State = "ERROR", IsHurried = true },
    ];

    public static TheoryData<string> Names => [.. Cases.Select(one => one.Name)];

    [RequiresTheory(Need.Rtsp)]
    [MemberData(nameof(Names))]
    public Task Camera_Breaks_IsToldAndRecoversUnaided(string name) => PlayAsync(name, rounds: 1);

    [RequiresTheory(Need.Rtsp)]
    [MemberData(nameof(Names))]
    [Trait("Category", "Full")]
    public Task Camera_BreaksManyTimes_IsToldAndRecoversUnaided(string name) => PlayAsync(name, rounds: 50);

    private async Task PlayAsync(string name, int rounds)
    {
        await using var stage = await RtspStage.StartAsync();
        await CameraFaultRun.PlayAsync(stage, Cases.Single(one => one.Name == name), rounds, output);
    }
}
