using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Scene.Watch;

namespace EdgeCctv.Tests.Inference.Scene.Watch;

public sealed class LearningControlTests : IDisposable
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);
    private static readonly SceneModel Model = ScenePictures.Model(new SceneGeometry(96, 64));
    private static readonly LearningProgress Enough = new(9000, TenMinutes, 5000, 100);

    private readonly SceneRig _rig = new();

    private LearningControl Learning => _rig.Learning;

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void Begin_Once_IsUnderWayAndAnotherIsRefused()
    {
        Assert.True(_rig.Watch.Learn(TenMinutes, "day", "Ann").IsDone);

        Assert.Equal(("day", "Ann", ScenePhase.Learning), (_rig.Status.Learning!.Name, _rig.Status.Learning.By, _rig.Status.Phase));
        Assert.Equal(SceneReplyKind.Refused, _rig.Watch.Learn(TenMinutes, "night", "Bob").Kind);
        Assert.Equal("day", _rig.Status.Learning.Name);
    }

    [Theory]
    [InlineData(10, "a/b")]
    [InlineData(0.1, "day")]
    [InlineData(100_000, "day")]
    public void Begin_BadNameOrTime_IsInvalid(double minutes, string name) =>
        Assert.Equal(SceneReplyKind.Invalid, _rig.Watch.Learn(TimeSpan.FromMinutes(minutes), name, "Ann").Kind);

    [Fact]
    public void Begin_Frozen_IsRefusedAlsoByItself()
    {
        _rig.Library.SetFrozen(true, "Ann");

        Assert.Equal(SceneReplyKind.Refused, _rig.Watch.Learn(TenMinutes, null, "Ann").Kind);
        Learning.BeginByItself("scene");
        Assert.Null(_rig.Status.Learning);
    }

    [Fact]
    public void BegunByItself_DeletedModelIsBack_Ends_AndWhatAnOperatorBeganDoesNot()
    {
        _rig.Library.Keep(SceneRig.Yard, "day", Model);
        var deleted = _rig.Library.Delete("day", "Ann");
        Learning.BeginByItself("scene");
        Assert.NotNull(_rig.Status.Learning);

        Assert.True(deleted.TakeBack!("Ann").IsDone);
        Assert.Null(_rig.Status.Learning);
        Assert.Equal("day", Assert.Single(_rig.Status.Models).Name);

        deleted = _rig.Library.Delete("day", "Ann");
        Assert.True(_rig.Watch.Learn(TenMinutes, "night", "Bob").IsDone);
        Assert.True(deleted.TakeBack!("Ann").IsDone);
        Assert.Equal("night", _rig.Status.Learning?.Name);
    }

    [Fact]
    public void OnLearnt_Wanted_IsKeptAndInUse()
    {
        var learning = Begin();

        Learning.OnLearnt(learning, Model, falseAlarmsPerHour: 0.8);

        Assert.Null(_rig.Status.Learning);
        Assert.Equal("day", Assert.Single(_rig.Status.Models).Name);
    }

    [Theory]
    [InlineData(4.9, "can only be told from 5 minutes")]
    [InlineData(5, "about 0.8 false alarms an hour")]
    public void OnLearnt_LittleOrEnoughVideo_ForetellsOnlyWhatCanBeTold(double minutes, string expected)
    {
        Learning.OnLearnt(Begin(), Model with { Info = Model.Info with { Duration = TimeSpan.FromMinutes(minutes) } }, falseAlarmsPerHour: 0.8);

        Assert.Contains(expected, Assert.Single(_rig.Status.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public void OnLearnt_CancelledMeanwhile_IsDropped()
    {
        var learning = Begin();
        Learning.Cancel("Ann");

        Learning.OnLearnt(learning, Model, 0);

        Assert.Empty(_rig.Status.Models);
    }

    [Fact]
    public void Stop_NotEnough_EndsWithNothingAndIsNotBegunAgainByItself()
    {
        Begin();

        var reply = Learning.Stop("Ann");

        Assert.Contains("nothing was kept", reply.Message, StringComparison.Ordinal);
        Assert.Contains("nothing has moved so far", reply.Message, StringComparison.Ordinal);
        Learning.BeginByItself("scene");
        Assert.Null(_rig.Status.Learning);
    }

    [Fact]
    public void Stop_Enough_AsksForTheModel()
    {
        var learning = Begin();
        Learning.OnProgress(learning, Enough, isFinishing: false);

        Learning.Stop("Ann");

        Assert.True(learning.IsToFinish);
        Assert.NotNull(_rig.Status.Learning);
    }

    [Fact]
    public void OnProgress_OfALearningThatEnded_IsNotHeard()
    {
        var old = Begin();
        Learning.Cancel("Ann");
        Begin();

        Learning.OnProgress(old, Enough, isFinishing: true);

        Assert.Equal(0, _rig.Status.Learning!.Progress.Frames);
    }

    [Fact]
    public void Use_AnotherCamera_EndsLearningAndForgetsAll()
    {
        Begin();

        _rig.Watch.Use(new SceneCamera("usb:0", TenMinutes));

        Assert.Null(_rig.Status.Learning);
        Assert.Equal("usb:0", _rig.Status.Camera);
    }

    private SceneLearning Begin()
    {
        Assert.True(_rig.Watch.Learn(TenMinutes, "day", "Ann").IsDone);
        return Learning.Current!;
    }
}
