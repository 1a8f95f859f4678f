using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;
using static EdgeCctv.Core.Camera.CameraSignalKind;
using static EdgeCctv.Core.Camera.CameraState;

namespace EdgeCctv.Tests.Camera;

public sealed class CameraLifecycleTests
{
    private static readonly DateTimeOffset Then = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Then.AddSeconds(30);

    private static readonly HashSet<(CameraState, CameraSignalKind)> Changing =
    [
        (Idle, StartRequested), (Error, StartRequested),
        (Starting, FirstFrame),
        (Starting, CaptureEnded), (Running, CaptureEnded),
        (Starting, RetryDue), (Error, RetryDue),
        (Starting, SwitchRequested), (Running, SwitchRequested),
        (Starting, StopRequested), (Running, StopRequested), (Error, StopRequested),
        (Stopping, Released),
    ];

    private static readonly HashSet<(CameraState, CameraSignalKind)> Ignored =
    [
        (Starting, StartRequested), (Running, StartRequested), (Stopping, StartRequested),
        (Idle, StopRequested), (Stopping, StopRequested),
        (Stopping, FirstFrame), (Stopping, CaptureEnded), (Stopping, RetryDue),
        (Idle, RetryDue), (Running, RetryDue),
    ];

    public static TheoryData<CameraState, CameraSignalKind> Matrix()
    {
        var matrix = new TheoryData<CameraState, CameraSignalKind>();
        foreach (var state in Enum.GetValues<CameraState>())
        {
            foreach (var signal in Enum.GetValues<CameraSignalKind>())
            {
                matrix.Add(state, signal);
            }
        }

        return matrix;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Advance_EveryStateAndSignal_IsDecided(CameraState state, CameraSignalKind kind)
    {
        var current = In(state);
        var signal = new CameraSignal(kind) { Source = CameraSource.Demo, By = "Ann", Fault = CameraFault.Refused };

        if (Changing.Contains((state, kind)))
        {
            Assert.NotEqual(current, CameraLifecycle.Advance(current, signal, Now));
        }
        else if (Ignored.Contains((state, kind)))
        {
            Assert.Same(current, CameraLifecycle.Advance(current, signal, Now));
        }
        else
        {
            var mistake = Assert.Throws<InvalidOperationException>(() => CameraLifecycle.Advance(current, signal, Now));
            Assert.Contains($"{kind} while {state}", mistake.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Idle)]
    [InlineData(Error)]
    public void Start_IdleOrError_BeginsTheFirstAttempt(CameraState state)
    {
        var before = In(state) with { StoppedBy = "Ann", Attempt = 7, NextTry = Now, Fault = CameraFault.Unauthorized, Detail = "no" };

        var after = CameraLifecycle.Advance(before, new(StartRequested) { Source = CameraSource.Demo }, Now);

        Assert.Equal(new CameraStatus(Starting, Now) { Desired = true, Source = CameraSource.Demo, Attempt = 1 }, after);
    }

    [Fact]
    public void FirstFrame_Starting_RunsWithoutFault()
    {
        var before = In(Starting) with { Attempt = 3, Fault = CameraFault.NoData, Detail = "silent" };

        var after = CameraLifecycle.Advance(before, new(FirstFrame), Now);

        Assert.Equal(new CameraStatus(Running, Now) { Desired = true, Attempt = 3 }, after);
    }

    [Fact]
    public void CaptureEnded_StartingAndARetryMayMendIt_WaitsForTheNextTry()
    {
        var before = In(Starting) with { Attempt = 6 };

        var after = CameraLifecycle.Advance(before, Ended(CameraFault.Refused) with { Detail = "words", Jitter = 1 }, Now);

        var expected = before with { Fault = CameraFault.Refused, Detail = "words", NextTry = Now.AddSeconds(6) };
        Assert.Equal(expected, after);
    }

    [Theory]
    [InlineData(CameraFault.Unauthorized, 60)]
    [InlineData(CameraFault.NotFound, 60)]
    [InlineData(CameraFault.DecoderMissing, 60)]
    [InlineData(CameraFault.Busy, 5)]
    public void CaptureEnded_StartingAndAPersonIsNeeded_IsAnErrorRetriedWithoutHaste(CameraFault fault, int seconds)
    {
        var after = CameraLifecycle.Advance(In(Starting) with { Attempt = 1 }, Ended(fault) with { Jitter = 1 }, Now);

        Assert.Equal((Error, Now, Now.AddSeconds(seconds), fault), (after.State, after.Since, after.NextTry, after.Fault));
        Assert.True(after.Desired);
    }

    [Fact]
    public void CaptureEnded_AfterAStableRun_TriesAtOnceWithTheCause()
    {
        var before = In(Running) with { Attempt = 9 };

        var after = CameraLifecycle.Advance(before, Lost(CameraLifecycle.StableRun), Now);

        Assert.Equal((Starting, Now, 1, null), (after.State, after.Since, after.Attempt, after.NextTry));
        Assert.Equal((CameraFault.NoData, "silent", true), (after.Fault, after.Detail, after.Desired));
    }

    [Fact]
    public void CaptureEnded_AfterAShortRun_CountsAsAFailedAttempt()
    {
        var before = In(Running) with { Attempt = 9 };

        var after = CameraLifecycle.Advance(before, Lost(CameraLifecycle.StableRun - TimeSpan.FromMilliseconds(1)), Now);

        Assert.Equal((Starting, 9, Now.AddSeconds(5)), (after.State, after.Attempt, after.NextTry));
    }

    [Theory]
    [InlineData("file:/clips/door.mp4?once=1", Idle)]
    [InlineData("file:/clips/door.mp4", Starting)]
    public void EndOfStream_FileThatIsPlayedOnce_IsTheEndAndNoFault(string source, CameraState expected)
    {
        var before = In(Running) with { Source = Locators.Parse(source), Attempt = 1 };

        var after = CameraLifecycle.Advance(before, Ended(CameraFault.EndOfStream), Now);

        Assert.Equal((expected, expected != Idle), (after.State, after.Desired));
        Assert.Equal(expected == Idle ? "the end of the file" : null, after.StoppedBy);
    }

    [Theory]
    [InlineData(Starting)]
    [InlineData(Error)]
    public void RetryDue_Waiting_BeginsTheNextAttemptAndKeepsTheCause(CameraState state)
    {
        var before = In(state) with { Attempt = 2, NextTry = Now, Fault = CameraFault.Refused, Detail = "words" };

        var after = CameraLifecycle.Advance(before, new(RetryDue), Now);

        var since = state == Starting ? Then : Now;
        Assert.Equal(before with { State = Starting, Since = since, Attempt = 3, NextTry = null }, after);
    }

    [Theory]
    [InlineData(Starting)]
    [InlineData(Running)]
    [InlineData(Error)]
    public void Stop_Wanted_ReleasesAndNamesWhoStopped(CameraState state)
    {
        var after = CameraLifecycle.Advance(In(state) with { NextTry = Now }, new(StopRequested) { By = "Ann" }, Now);

        Assert.Equal(new CameraStatus(Stopping, Now) { StoppedBy = "Ann" }, after);
    }

    [Fact]
    public void Released_Stopping_IsIdleAndRemembersWhoStopped()
    {
        var before = In(Stopping) with { Attempt = 4, Fault = CameraFault.NoData, Detail = "silent", StoppedBy = "Ann", LostCaptures = 1 };

        var after = CameraLifecycle.Advance(before, new(Released), Now);

        Assert.Equal(new CameraStatus(Idle, Now) { StoppedBy = "Ann", LostCaptures = 1 }, after);
    }

    [Fact]
    public void Cause_EveryFault_SaysWhatHappenedAndWhatToDo() => Assert.All(
        Enum.GetValues<CameraFault>().Where(fault => fault != CameraFault.None),
        fault => Assert.Equal($"{fault.Words()}. {fault.Remedy()}", (In(Error) with { Fault = fault }).Cause));

    [Fact]
    public void Word_EveryState_IsTheDesignsWord() =>
        Assert.Equal(["IDLE", "STARTING", "RUNNING", "STOPPING", "ERROR"], Enum.GetValues<CameraState>().Select(state => state.Word()));

    private static CameraStatus In(CameraState state) => new(state, Then) { Desired = state is Starting or Running or Error };

    private static CameraSignal Ended(CameraFault fault) => new(CaptureEnded) { Fault = fault };

    private static CameraSignal Lost(TimeSpan ran) => Ended(CameraFault.NoData) with { Detail = "silent", Ran = ran };
}
