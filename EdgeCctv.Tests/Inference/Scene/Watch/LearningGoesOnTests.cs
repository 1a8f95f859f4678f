using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Scene.Watch;

namespace EdgeCctv.Tests.Inference.Scene.Watch;

/// <summary>Learning by itself that has brought a model goes on beside watching, until an operator wants something else.</summary>
public sealed class LearningGoesOnTests : IDisposable
{
    private const string Ann = "Ann";

    private static readonly SceneModel Model = ScenePictures.Model(new SceneGeometry(96, 64));

    private readonly SceneRig _rig = new();

    private LearningControl Learning => _rig.Learning;

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void OnLearnt_FirstModelOfLearningByItself_IsInUseAndBettered()
    {
        var learning = BeginByItself();

        Learning.OnLearnt(learning, Of(0.75), 0);

        Assert.Null(_rig.Status.Learning);
        Assert.Equal("scene", _rig.Library.Choices.Model);
        Assert.True(Learning.MayGoOn(learning));
        Assert.Contains("goes on beside watching until 10 minutes were seen", Assert.Single(_rig.Status.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public void OnLearnt_BetterModel_TakesThePlaceOfTheFirst()
    {
        var learning = GoesOn();

        Learning.OnLearnt(learning, Of(1.5), 0);

        Assert.Equal(TimeSpan.FromMinutes(1.5), Assert.Single(_rig.Status.Models).Info.Duration);
        Assert.True(Learning.MayGoOn(learning));
    }

    [Fact]
    public void OnLearnt_ModelOfTheWholeTime_IsTheLast()
    {
        var learning = GoesOn();

        Learning.OnLearnt(learning, Of(10), falseAlarmsPerHour: 0.8);

        Assert.Null(Learning.GoingOn);
        Assert.False(Learning.MayGoOn(learning));
        Assert.Contains("about 0.8 false alarms an hour", Assert.Single(_rig.Status.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public void OnLearnt_BegunByAnOperator_Ends()
    {
        Assert.True(_rig.Watch.Learn(TimeSpan.FromMinutes(0.75), "scene", Ann).IsDone);

        Learning.OnLearnt(Learning.Current!, Of(0.75), 0);

        Assert.Null(Learning.GoingOn);
    }

    [Fact]
    public void OnLearnt_FinishedNow_Ends()
    {
        var learning = BeginByItself();
        Learning.OnProgress(learning, new LearningProgress(450, TimeSpan.FromSeconds(45), 300, 100), isFinishing: false);
        Learning.Stop(Ann);

        Learning.OnLearnt(learning, Of(0.75), 0);

        Assert.Single(_rig.Status.Models);
        Assert.Null(Learning.GoingOn);
    }

    public static TheoryData<string, Action<object>> Ends => new()
    {
        { "frozen", rig => ((SceneRig)rig).Library.SetFrozen(true, Ann) },
        { "another model chosen", rig => ((SceneRig)rig).Library.Choose("other", Ann) },
        { "a threshold chosen", rig => ((SceneRig)rig).Library.SetThreshold(20, Ann) },
        { "renamed", rig => ((SceneRig)rig).Library.Rename("scene", "day", Ann) },
        { "undone", rig => ((SceneRig)rig).Library.Undo("scene", Ann) },
        { "replaced by a file", rig => ((SceneRig)rig).Library.Import("scene", SceneModelFile.Write(Model), Ann) },
        { "deleted", rig => ((SceneRig)rig).Library.Delete("scene", Ann) },
        { "learning begun by an operator", rig => ((SceneRig)rig).Watch.Learn(null, null, Ann) },
        { "another camera", rig => ((SceneRig)rig).Watch.Use(new SceneCamera("usb:0", TimeSpan.FromMinutes(1))) },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void MayGoOn_OperatorWantsSomethingElse_EndsAndItsModelIsDropped(string what, Action<object> change)
    {
        _rig.Library.Keep(SceneRig.Yard, "other", Model);
        _rig.Library.Keep(SceneRig.Yard, "scene", Model);
        var learning = GoesOn();
        Assert.True(Learning.MayGoOn(learning));

        change(_rig);

        Assert.False(Learning.MayGoOn(learning), what);
        Learning.OnLearnt(learning, Of(1.5), 0);
        Assert.DoesNotContain(_rig.Status.Models, model => model.Info.Duration == TimeSpan.FromMinutes(1.5));
    }

    [Fact]
    public void MayGoOn_ModelReplacedThoughTheChoiceCannotBeWritten_EndsAllTheSame()
    {
        _rig.Library.Keep(SceneRig.Yard, "scene", Model);
        var learning = GoesOn();
        _rig.Choices.Refuses = true;

        Assert.Equal(SceneReplyKind.Failed, _rig.Library.Import("scene", SceneModelFile.Write(Model), Ann).Kind);

        Assert.False(Learning.MayGoOn(learning));
    }

    [Fact]
    public void MayGoOn_OperatorReplacesAnotherModel_GoesOn()
    {
        _rig.Library.Keep(SceneRig.Yard, "other", Model);
        _rig.Library.Keep(SceneRig.Yard, "scene", Model);
        var learning = GoesOn();

        Assert.True(_rig.Library.Import("other", SceneModelFile.Write(Model), Ann).IsDone);
        Assert.True(_rig.Library.Import("third", SceneModelFile.Write(Model), Ann).IsDone);
        Assert.True(_rig.Library.Undo("other", Ann).IsDone);

        Assert.True(Learning.MayGoOn(learning));
    }

    [Fact]
    public void NoLongerGoesOn_OperatorWantedThat_SaysNothing()
    {
        var learning = GoesOn();
        _rig.Library.SetFrozen(true, Ann);

        Learning.NoLongerGoesOn(learning);

        Assert.Empty(_rig.Status.Notices);
    }

    [Fact]
    public void OnLearnt_CannotBeSaved_GoesOnAllTheSame()
    {
        var learning = BeginByItself();
        _rig.Choices.Refuses = true;

        Learning.OnLearnt(learning, Of(0.75), 0);
        Assert.Same(learning, Learning.GoingOn);

        Learning.OnLearnt(learning, Of(1.5), 0);
        Assert.Equal(TimeSpan.FromMinutes(1.5), Assert.Single(_rig.Status.Models).Info.Duration);
    }

    [Fact]
    public void OnLearnt_FrozenWhileTheFirstWasComputed_DoesNotPromiseToGoOn()
    {
        var learning = BeginByItself();
        _rig.Library.SetFrozen(true, Ann);

        Learning.OnLearnt(learning, Of(0.75), 0);

        Assert.Null(Learning.GoingOn);
        Assert.DoesNotContain("goes on", Assert.Single(_rig.Status.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public void Stop_GoesOn_EndsAndTheModelStays()
    {
        GoesOn();

        Assert.Contains("no longer", Learning.Stop(Ann).Message, StringComparison.Ordinal);

        Assert.Null(Learning.GoingOn);
        Assert.Equal("scene", Assert.Single(_rig.Status.Models).Name);
        Assert.Empty(_rig.Status.Notices);
    }

    /// <summary>As after a stall: what the one before had seen is gone.</summary>
    [Fact]
    public async Task Analyze_ByAnAnalyserThatHasNotLearntIt_EndsAndSaysWhy()
    {
        GoesOn();

        await _rig.LookAsync(ScenePictures.Of(Model.Geometry, 1));

        Assert.Null(Learning.GoingOn);
        Assert.Contains("what it had seen is gone", Assert.Single(_rig.Status.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public void OnBroke_BetterModel_LeavesTheFirstInUseAndLearningByItselfAllowed()
    {
        Learning.OnBroke(GoesOn(), "The disk is full.");

        Assert.Equal("scene", Assert.Single(_rig.Status.Models).Name);
        Assert.Equal("Learning has ended without a better model: The disk is full.", Assert.Single(_rig.Status.Notices));
        Assert.Null(Learning.GoingOn);
        Learning.BeginByItself("scene");
        Assert.NotNull(_rig.Status.Learning);
    }

    [Fact]
    public void OnBroke_FirstModel_DeclinesToLearnByItself()
    {
        Learning.OnBroke(BeginByItself(), "The disk is full.");

        Assert.Equal("Learning has ended without a model: The disk is full.", Assert.Single(_rig.Status.Notices));
        Learning.BeginByItself("scene");
        Assert.Null(_rig.Status.Learning);
    }

    private static SceneModel Of(double minutes) => Model with { Info = Model.Info with { Duration = TimeSpan.FromMinutes(minutes) } };

    private SceneLearning BeginByItself()
    {
        Learning.BeginByItself("scene");
        return Learning.Current!;
    }

    private SceneLearning GoesOn()
    {
        var learning = BeginByItself();
        Learning.OnLearnt(learning, Of(0.75), 0);
        return learning;
    }
}
