using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Web.Components.Console;
using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Tests.Components;

public sealed class CameraWordsTests
{
    private static readonly DateTimeOffset Since = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static readonly TheoryData<CameraState> States = [.. Enum.GetValues<CameraState>()];

    [Theory]
    [MemberData(nameof(States))]
    public void Veil_EveryStateButRunning_HasOne(CameraState state)
    {
        var cause = CameraWords.Veil(In(state) with { Fault = CameraFault.Failed });

        Assert.Equal(state == CameraState.Running, cause is null);
        if (cause is not null)
        {
            Assert.NotEmpty(cause.Headline);
        }
    }

    [Fact]
    public void Veil_EveryStateAndFault_SaysItsWordInKebabCase() => Assert.All(Everything(), status =>
    {
        if (CameraWords.Veil(status) is { } cause)
        {
            Assert.Matches("^[a-z]+(-[a-z]+)*$", cause.Word);
        }
    });

    [Theory]
    [InlineData(CameraState.Idle, CameraFault.None, null, "camera-off")]
    [InlineData(CameraState.Idle, CameraFault.None, "Ann", "stopped-by-operator")]
    [InlineData(CameraState.Starting, CameraFault.None, null, "camera-starting")]
    [InlineData(CameraState.Starting, CameraFault.NoData, null, "camera-reconnecting")]
    [InlineData(CameraState.Stopping, CameraFault.None, "Ann", "camera-stopping")]
    [InlineData(CameraState.Error, CameraFault.Unauthorized, null, "camera-error")]
    public void Veil_Status_HasItsWord(CameraState state, CameraFault fault, string? by, string word) =>
        Assert.Equal(word, CameraWords.Veil(In(state) with { Fault = fault, StoppedBy = by })?.Word);

    [Fact]
    public void Veil_PictureFrozen_SaysSoThoughTheCameraRuns()
    {
        var running = new ConsoleStatus(In(CameraState.Running), new StatisticsBoard(TimeProvider.System).Read(), FrozenFor: TimeSpan.FromSeconds(12));

        Assert.Equal(("picture-frozen", 12_000), (CameraWords.Veil(running, Since)?.Word, CameraWords.Veil(running, Since)?.SameForMs));
        Assert.Null(CameraWords.Veil(running with { FrozenFor = null }, Since));
    }

    [Fact]
    public void Explain_Switching_NamesTheNextAndAFailedSwitchIsTold()
    {
        Assert.Equal("Switching to demo:…", CameraWords.Explain(In(CameraState.Stopping) with { Next = CameraSource.Demo }));
        Assert.EndsWith("Back to demo:.", CameraWords.Explain(In(CameraState.Running) with { Notice = "Back to demo:." }), StringComparison.Ordinal);
    }

    [Fact]
    public void Veil_Stopped_NamesWhoAndWhen() =>
        Assert.Equal("Stopped by Ann at 03:04:05 UTC.", CameraWords.Veil(In(CameraState.Idle) with { StoppedBy = "Ann" })?.Detail);

    [Fact]
    public void Veil_Error_SaysWhatHappenedAndWhatToDo()
    {
        var cause = CameraWords.Veil(In(CameraState.Error) with { Fault = CameraFault.Unauthorized, Attempt = 1, NextTry = Since.AddMinutes(1) });

        Assert.Equal("Camera wants another user name or password", cause?.Headline);
        Assert.Contains("Check user name and password of the camera.", cause?.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, null, "camera-silent")]
    [InlineData(1, 1, "camera-reconnecting")]
    [InlineData(2, null, "camera-reconnecting")]
    public void Veil_CameraFellSilent_IsReconnectingOnceTheFirstAttemptFailed(int attempt, int? secondsToNext, string word)
    {
        var status = In(CameraState.Starting) with
        {
            Fault = CameraFault.NoData,
            Attempt = attempt,
            NextTry = secondsToNext is { } seconds ? Since.AddSeconds(seconds) : null,
        };

        Assert.Equal(word, CameraWords.Veil(status)?.Word);
    }

    [Theory]
    [InlineData(-2500, 2500)]
    [InlineData(0, 0)]
    [InlineData(300, 0)]
    public void Veil_WaitingForTheNextTry_TellsWhichAndInHowLong(int nowMs, int waitMs)
    {
        var status = new ConsoleStatus(
            In(CameraState.Error) with { Fault = CameraFault.Unauthorized, Attempt = 4, NextTry = Since }, new StatisticsBoard(TimeProvider.System).Read(), null);

        var cause = CameraWords.Veil(status, Since.AddMilliseconds(nowMs));

        Assert.Equal((5, waitMs), (cause?.Attempt, cause?.NextTryMs));
    }

    [Fact]
    public void Explain_EveryStateAndFault_IsASentence() => Assert.All(Everything(), status =>
    {
        var text = CameraWords.Explain(status);
        Assert.Matches(@"^[A-Z].*[.…]$", text);
        Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
    });

    [Fact]
    public void Explain_AttemptUnderWay_TellsWhichOne() =>
        Assert.Equal("Attempt 3 under way…", CameraWords.Explain(In(CameraState.Starting) with { Attempt = 3 }));

    [Theory]
    [MemberData(nameof(States))]
    public void ToneOf_EveryState_HasOne(CameraState state) => Assert.NotEmpty(CameraWords.ToneOf(state).Sign());

    [Fact]
    public void UnknownState_IsAMistake()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CameraWords.ToneOf((CameraState)(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => CameraWords.Veil(In((CameraState)(-1))));
    }

    private static CameraStatus In(CameraState state) => new(state, Since);

    private static IEnumerable<CameraStatus> Everything() =>
        from state in Enum.GetValues<CameraState>()
        from fault in Enum.GetValues<CameraFault>()
        from next in (DateTimeOffset?[])[null, Since]
        from who in (string?[])[null, "Ann"]
        select In(state) with { Fault = fault, NextTry = next, StoppedBy = who };
}
