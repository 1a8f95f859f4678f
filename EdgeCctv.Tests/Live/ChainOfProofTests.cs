using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Inference;
using EdgeCctv.Web.Live;
using static EdgeCctv.Web.Live.ProofState;

namespace EdgeCctv.Tests.Live;

/// <summary>Who is to blame, for every link and situation. In the names of the states: capture, decode, analysis, send, paint.</summary>
public sealed class ChainOfProofTests
{
    private static readonly ProofScreen Painting = new(Connected: S(60), Sent: S(0.1), Painted: S(0.15));

    private static readonly ProofFacts AllWell = new()
    {
        Camera = new CameraStatus(CameraState.Running, DateTimeOffset.UnixEpoch) { Desired = true },
        Limit = S(1.8),
        Received = S(0.05),
        IsReceiving = true,
        Decoded = S(0.1),
        Flowing = S(60),
        Screens = [Painting],
    };

    private static readonly ProofFacts Reconnecting = AllWell with
    {
        Camera = AllWell.Camera with { State = CameraState.Starting, Fault = CameraFault.NoData },
        IsReceiving = false,
        Received = S(3),
        Decoded = S(3),
        Screens = [Painting with { Sent = S(3), Painted = S(3) }],
    };

    [Fact]
    public void Judge_EverythingInTime_IsOkAndUnbroken()
    {
        Expect(AllWell with { Analyses = [Analysed(S(0.2))] }, null, Ok, Ok, Ok, Ok, Ok);
        Expect(AllWell, null, Ok, Ok, Off, Ok, Ok);
    }

    [Fact]
    public void Judge_CameraOffByWish_NothingIsWantedOfAnyLink()
    {
        var off = AllWell.Camera with { State = CameraState.Idle, Desired = false };

        var proof = ChainOfProof.Judge(AllWell with { Camera = off, Analyses = [Analysed(S(60))], Received = S(60), Decoded = null, Screens = [Painting with { Painted = S(60) }] });

        Assert.All(proof.Links, link => Assert.Equal((Off, null, "The camera is off. Deploy starts it."), (link.State, link.Age, link.Advice)));
        Assert.Null(proof.Broken);
    }

    [Fact]
    public void Judge_FrozenPicture_CaptureIsToBlameThoughAllElseGoesOn()
    {
        Expect(AllWell with { IsFrozen = true }, ProofStep.Capture, Failing, Ok, Off, Ok, Ok);
        Assert.Contains("repeats one picture", Broken(AllWell with { IsFrozen = true }).Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_NothingComes_CaptureIsToBlameAndTheOthersWait()
    {
        var silent = AllWell with { Received = S(2), Decoded = S(2.1), Analyses = [Analysed(S(3.1))], Screens = [Painting with { Sent = S(2.1), Painted = S(2) }] };

        Expect(silent, ProofStep.Capture, Failing, Late, Late, Late, Late);
        Assert.Contains("power and cable", Broken(silent).Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_DataComeButNoPicture_DecodeIsToBlame() => Expect(
        AllWell with { Decoded = S(2), Screens = [Painting with { Sent = S(2), Painted = S(1.9) }] }, ProofStep.Decode, Ok, Failing, Off, Late, Late);

    [Fact]
    public void Judge_PicturesArriveTooLate_CaptureIsToBlame()
    {
        var held = AllWell with { Drift = S(1.75) };

        Expect(held, ProofStep.Capture, Failing, Ok, Off, Ok, Ok);
        Assert.StartsWith("Pictures arrive 1.8 s late.", Broken(held).Advice, StringComparison.Ordinal);
        Expect(AllWell with { Drift = S(1.6) }, null, Ok, Ok, Off, Ok, Ok);
    }

    [Fact]
    public void Judge_Starting_IsNotReadyAndNobodyFails()
    {
        var starting = AllWell with { Camera = AllWell.Camera with { State = CameraState.Starting }, Received = null, IsReceiving = false, Decoded = null, Flowing = null, Screens = [Painting with { Sent = null, Painted = null }] };

        Expect(starting, ProofStep.Capture, Late, Late, Off, Late, Late);
        Expect(starting with { Received = S(0.1), IsReceiving = true }, ProofStep.Decode, Ok, Late, Off, Late, Late);
    }

    [Fact]
    public void Judge_Reconnecting_CaptureIsToBlameWithTheCauseAtOnce()
    {
        Expect(Reconnecting, ProofStep.Capture, Failing, Late, Off, Late, Late);
        Assert.Equal("Camera silent. Check the camera's power and cable.", Broken(Reconnecting).Advice);

        var justNow = AllWell with { Camera = Reconnecting.Camera, IsReceiving = false };
        Expect(justNow, ProofStep.Capture, Failing, Late, Off, Ok, Ok);
    }

    [Fact]
    public void Judge_ReconnectingAndDataComeAgain_CaptureIsWellAndDecodeWaits() =>
        Expect(Reconnecting with { IsReceiving = true, Received = S(0.1) }, ProofStep.Decode, Ok, Late, Off, Late, Late);

    [Theory]
    [InlineData(CameraState.Starting, CameraFault.Damaged)]
    [InlineData(CameraState.Error, CameraFault.DecoderMissing)]
    public void Judge_AttemptEndedForItsPictures_DecodeIsToBlameWhileTheNextIsAwaited(CameraState state, CameraFault fault)
    {
        var broken = Reconnecting with { Camera = AllWell.Camera with { State = state, Fault = fault } };

        Expect(broken, ProofStep.Decode, Late, Failing, Off, Late, Late);
        Assert.EndsWith(fault.Remedy(), Broken(broken).Advice, StringComparison.Ordinal);
        Expect(broken with { IsReceiving = true, Received = S(0.1) }, ProofStep.Decode, Ok, Failing, Off, Late, Late);
    }

    [Fact]
    public void Judge_AttemptEndedWhileDataCame_DecodeIsToBlame()
    {
        var vain = Reconnecting with { EndedInVain = true };

        Expect(vain, ProofStep.Decode, Late, Failing, Off, Late, Late);
        Assert.StartsWith("Data come from the camera, but no picture", Broken(vain).Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_AnalysisStalls_IsToBlameAtOnceWithItsCause()
    {
        var stalled = AllWell with { Analyses = [Analysed(S(0.1)), Analysed(S(0.1)) with { State = AnalyzerState.Stalled, Cause = "The model is gone." }] };

        Expect(stalled, ProofStep.Analysis, Ok, Ok, Failing, Ok, Ok);
        Assert.Equal("AI stalled. The model is gone.", Broken(stalled).Advice);
    }

    [Fact]
    public void Judge_PicturesComeAndNoneIsAnalysed_IsToBlameOnceItHadTime()
    {
        Expect(AllWell with { Analyses = [Analysed(S(4), waiting: S(3.9))] }, ProofStep.Analysis, Ok, Ok, Failing, Ok, Ok);
        Expect(AllWell with { Analyses = [Analysed(null, waiting: S(3.9))] }, ProofStep.Analysis, Ok, Ok, Failing, Ok, Ok);
        Expect(AllWell with { Analyses = [Analysed(S(4), waiting: S(0.5))] }, null, Ok, Ok, Late, Ok, Ok);
        Expect(AllWell with { Analyses = [Analysed(null, waiting: S(0.5))] }, null, Ok, Ok, Late, Ok, Ok);
    }

    [Fact]
    public void Judge_CameraRepeatsItsPicture_NothingIsAskedOfTheAnalysis() =>
        Expect(AllWell with { Analyses = [Analysed(S(8))] }, null, Ok, Ok, Late, Ok, Ok);

    [Fact]
    public void Judge_AnalysisIsSlowByItsPace_IsNotToBlame() =>
        Expect(AllWell with { Analyses = [Analysed(S(9), waiting: S(8.9)) with { Limit = S(30) }] }, null, Ok, Ok, Ok, Ok, Ok);

    [Fact]
    public void Judge_ModelIsBeingLoaded_IsLate()
    {
        var loading = AllWell with { Analyses = [Analysed(null, waiting: S(9)) with { State = AnalyzerState.Loading }] };

        Expect(loading, null, Ok, Ok, Late, Ok, Ok);
        Assert.Equal("A model is being loaded.", ChainOfProof.Judge(loading).Links[2].Advice);
    }

    [Fact]
    public void Judge_TooManyFramesAreSkipped_AnalysisIsLateAndSaysSo()
    {
        var skipping = AllWell with { Analyses = [Analysed(S(0.1))], IsSkipping = true };

        Expect(skipping, null, Ok, Ok, Late, Ok, Ok);
        Assert.Contains("the scene is not watched", ChainOfProof.Judge(skipping).Links[2].Advice, StringComparison.Ordinal);
        Expect(skipping with { Analyses = [Analysed(S(4), waiting: S(3.9))] }, ProofStep.Analysis, Ok, Ok, Failing, Ok, Ok);
    }

    [Fact]
    public void Judge_OneOfTwoAnalysesIsOld_ItsAgeIsTheLinksAge()
    {
        var link = ChainOfProof.Judge(AllWell with { Analyses = [Analysed(S(0.1)), Analysed(S(2.5))] }).Links[2];

        Assert.Equal((Late, S(2.5)), (link.State, link.Age));
    }

    [Fact]
    public void Judge_NoScreen_SendAndPaintAreOff() => Expect(AllWell with { Screens = [] }, null, Ok, Ok, Off, Off, Off);

    [Fact]
    public void Judge_NoScreenIsGivenPictures_SendIsToBlame()
    {
        var starved = AllWell with { Screens = [Painting with { Sent = S(5), Painted = S(4.9) }] };

        Expect(starved, ProofStep.Send, Ok, Ok, Off, Failing, Late);
        Expect(AllWell with { Screens = [new ProofScreen(S(5), null, null)] }, ProofStep.Send, Ok, Ok, Off, Failing, Late);
    }

    [Fact]
    public void Judge_NoScreenPaintsInTime_PaintIsToBlame()
    {
        Expect(AllWell with { Screens = [Painting with { Painted = S(2) }] }, ProofStep.Paint, Ok, Ok, Off, Ok, Failing);
        Expect(AllWell with { Screens = [new ProofScreen(S(5), S(3), S(6))] }, ProofStep.Paint, Ok, Ok, Off, Late, Failing);
        Expect(AllWell with { Screens = [new ProofScreen(S(5), S(0.1), null)] }, ProofStep.Paint, Ok, Ok, Off, Ok, Failing);
    }

    [Fact]
    public void Judge_OneScreenIsThrottledWhileAnotherPaints_IsUnbroken() =>
        Expect(AllWell with { Screens = [new ProofScreen(S(60), S(9), S(12)), Painting] }, null, Ok, Ok, Off, Ok, Ok);

    [Fact]
    public void Judge_PaintedButNotToldOfSending_WasSent() =>
        Expect(AllWell with { Screens = [Painting with { Sent = null }] }, null, Ok, Ok, Off, Ok, Ok);

    [Theory]
    [InlineData(1, 60)]
    [InlineData(60, 1)]
    public void Judge_ScreenOrPicturesHaveJustCome_NobodyFailsYet(double connected, double flowing)
    {
        Expect(AllWell with { Screens = [new ProofScreen(S(connected), S(0.1), S(90))], Flowing = S(flowing) }, null, Ok, Ok, Off, Ok, Late);
        Expect(AllWell with { Screens = [new ProofScreen(S(connected), null, null)], Flowing = S(flowing) }, null, Ok, Ok, Off, Late, Late);
    }

    [Theory]
    [InlineData(1.8, 1.2, Ok)]
    [InlineData(1.8, 1.21, Late)]
    [InlineData(1.8, 1.8, Late)]
    [InlineData(1.8, 1.81, Failing)]
    [InlineData(15, 9, Ok)]
    [InlineData(15, 14, Late)]
    [InlineData(15, 16, Failing)]
    public void Judge_AgeWithinTheLimit_IsLateInItsLastThird(double limit, double age, ProofState state)
    {
        var screens = new[] { Painting with { Painted = S(age) } };

        Assert.Equal(state, State(AllWell with { Limit = S(limit), Screens = screens }, ProofStep.Paint));
        Assert.Equal(state, State(AllWell with { Analyses = [Analysed(S(age), waiting: S(age)) with { Limit = S(limit) }] }, ProofStep.Analysis));
        Assert.Equal(state, State(AllWell with { Limit = S(limit), Received = S(age), Decoded = S(age) }, ProofStep.Capture));
        Assert.Equal(state, State(AllWell with { Limit = S(limit), Decoded = S(age) }, ProofStep.Decode));
    }

    [Fact]
    public void Judge_Anything_EveryAdviceIsASentenceAndAMissingPictureHasItsLink() => Assert.All(Everything(), facts =>
    {
        var proof = ChainOfProof.Judge(facts);
        Assert.Equal(Enum.GetValues<ProofStep>(), proof.Links.Select(link => link.Step));
        Assert.All(proof.Links, link => Assert.Matches(@"^[A-Z].*\.$", link.Advice));
        if (facts.Camera.Desired && !facts.IsFresh)
        {
            Assert.NotNull(proof.Broken);
        }
    });

    [Fact]
    public void Words_EveryStepAndState_HaveOne()
    {
        Assert.Equal(["capture", "decode", "analysis", "send", "paint"], Enum.GetValues<ProofStep>().Select(step => step.Word()));
        Assert.Equal(["ok", "late", "off", "failing"], Enum.GetValues<ProofState>().Select(state => state.Word()));
    }

    private static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);

    private static ProofAnalysis Analysed(TimeSpan? age, TimeSpan? waiting = null) => new(AnalyzerState.Running, S(3), age, waiting);

    private static ProofState State(ProofFacts facts, ProofStep step) => ChainOfProof.Judge(facts).Links.Single(link => link.Step == step).State;

    private static ProofLink Broken(ProofFacts facts) => Assert.IsType<ProofLink>(ChainOfProof.Judge(facts).Broken);

    private static void Expect(ProofFacts facts, ProofStep? broken, params ProofState[] states)
    {
        var proof = ChainOfProof.Judge(facts);
        Assert.Equal(states, proof.Links.Select(link => link.State));
        Assert.Equal(broken, proof.Broken?.Step);
    }

    private static IEnumerable<ProofFacts> Everything() =>
        from state in Enum.GetValues<CameraState>()
        from fault in Enum.GetValues<CameraFault>()
        from desired in (bool[])[true, false]
        from isReceiving in (bool[])[true, false]
        from frozen in (bool[])[true, false]
        from age in (TimeSpan?[])[null, S(0.1), S(3)]
        from analysis in Enum.GetValues<AnalyzerState>()
        from screens in (ProofScreen[][])[[], [Painting], [new(S(60), null, null)]]
        select AllWell with
        {
            Camera = AllWell.Camera with { State = state, Fault = fault, Desired = desired },
            IsReceiving = isReceiving,
            IsFrozen = frozen,
            Received = age,
            Decoded = age,
            Analyses = [new ProofAnalysis(analysis, S(3), age, age, analysis == AnalyzerState.Stalled ? "the model is gone." : null)],
            Screens = screens,
        };
}
