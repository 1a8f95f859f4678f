using EdgeCctv.Tests.Hosts;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Faults;

/// <summary>Every fault of an HTTP MJPEG camera, played to the real process.</summary>
[Trait("Category", "Fault")]
[Collection(MachineGroup.Name)]
public sealed class MjpegFaultTests(ITestOutputHelper output)
{
    private static readonly CameraFaultCase<MjpegStage>[] Cases =
    [
        new("refuses", stage => stage.Refuse(), "Refused"),
        new("accepts, then silent", stage => stage.BehaveAnew(MjpegPlays.Silent), "TimedOut"),
        new("stalls mid-frame", stage => stage.Behave(MjpegPlays.StallsInPicture(0)), "NoData", "TimedOut"),
        new("stalls in a header", stage => stage.Behave(MjpegPlays.StallsInPartHeader), "NoData", "TimedOut"),
        new("cuts mid-JPEG", stage => stage.BehaveAnew(MjpegPlays.CutsInPicture(3)), "EndOfStream", "Damaged") { MayStream = true },
        new("endless header of the answer", stage => stage.BehaveAnew(MjpegPlays.EndlessHttpHeader), "Damaged", "TimedOut"),
        new("endless header of a part", stage => stage.Behave(MjpegPlays.EndlessPartHeader), "Damaged", "NoData", "TimedOut"),
        new("10 000 by 10 000 image", stage => stage.Behave(MjpegPlays.Claims(10_000, 10_000)), "Damaged", "NoData", "TimedOut"),
        new("truncated JPEG", stage => stage.Behave(MjpegPlays.Truncates()), "Damaged", "NoData", "TimedOut"),
        new("HTTP 503", stage => stage.BehaveAnew(MjpegPlays.Answers("503 Service Unavailable")), "Refused"),
        new("401, then well", stage => stage.BehaveAnew(MjpegPlays.AsksBasic("ann", "other", MjpegPlays.Streams())), "Unauthorized") { State = "ERROR", IsHurried = true },
        new("404, then well", stage => stage.BehaveAnew(MjpegPlays.Answers("404 Not Found")), "NotFound") { State = "ERROR", IsHurried = true },
        new("redirect", stage => stage.BehaveAnew(MjpegPlays.Redirects("http://127.0.0.1:9/stream")), "Moved") { State = "ERROR", IsHurried = true },
    ];

    public static TheoryData<string> Names => [.. Cases.Select(one => one.Name)];

    [RequiresLinuxTheory]
    [MemberData(nameof(Names))]
    public Task Camera_Breaks_IsToldAndRecoversUnaided(string name) => PlayAsync(name, rounds: 1);

    [RequiresLinuxTheory]
    [MemberData(nameof(Names))]
    [Trait("Category", "Full")]
    public Task Camera_BreaksManyTimes_IsToldAndRecoversUnaided(string name) => PlayAsync(name, rounds: 50);

    private async Task PlayAsync(string name, int rounds)
    {
        await using var stage = new MjpegStage();
        await CameraFaultRun.PlayAsync(stage, Cases.Single(one => one.Name == name), rounds, output);
    }
}
