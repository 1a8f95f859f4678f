using System.Security.Cryptography;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Scene.Watch;
using EdgeCctv.Tests.Hosts;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Inference.Scene.Watch;

public sealed class SceneLibraryTests(ITestOutputHelper output) : IDisposable
{
    private const string Ann = "Ann";

    private static readonly SceneGeometry Size = new(96, 64);
    private static readonly SceneModel Day = ScenePictures.Model(Size);

    private readonly SceneRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void Keep_Learnt_IsAFileAndInUse()
    {
        Keep("day");

        Assert.True(File.Exists(_rig.PathOf("day.onnx")));
        Assert.Equal("day", _rig.Choices.Of("").Model);
        Assert.Equal("day", Find()?.Entry.Name);
        Assert.Equal(Day.Threshold, Find()?.Model.Threshold);
    }

    [Fact]
    public void Find_AnotherSize_IsNotUsedAndSaysWhy()
    {
        Keep("day");

        var (model, misfit) = _rig.Library.Find(new SceneGeometry(128, 96), _ => true);

        Assert.Null(model);
        Assert.Equal("The model 'day' is for pictures of 96×64, and they are 128×96 now.", misfit);
    }

    [Fact]
    public void Find_ChosenDoesNotSuit_TakesTheNewestThatDoes()
    {
        Keep("night");
        _rig.Library.Keep(SceneRig.Yard, "wide", ScenePictures.Model(new SceneGeometry(128, 96)));

        var (model, misfit) = _rig.Library.Find(Size, _ => true);

        Assert.Equal("night", model?.Entry.Name);
        Assert.Contains("'wide'", misfit, StringComparison.Ordinal);
    }

    [Fact]
    public void Undo_LearntOver_GoesBackAndForth()
    {
        Keep("day");
        _rig.Library.SetThreshold(9, Ann);
        Keep("day", Day with { Info = Day.Info with { Threshold = 7 } });
        Assert.Null(_rig.Choices.Of("").Threshold);
        Assert.Equal(7, Find()?.Model.Threshold);

        Assert.True(_rig.Library.Undo("day", Ann).IsDone);
        Assert.Equal(Day.Threshold, Find()?.Model.Threshold);

        Assert.True(_rig.Library.Undo("DAY", Ann).IsDone);
        Assert.Equal(7, Find()?.Model.Threshold);
    }

    [Fact]
    public void Undo_NothingBefore_IsRefused()
    {
        Keep("day");

        Assert.Equal(SceneReplyKind.Refused, _rig.Library.Undo("day", Ann).Kind);
        Assert.Equal(SceneReplyKind.NotFound, _rig.Library.Undo("night", Ann).Kind);
    }

    [Fact]
    public void Rename_InUse_StaysInUse()
    {
        Keep("day");
        Keep("night");

        Assert.True(_rig.Library.Rename("night", "evening", Ann).IsDone);

        Assert.Equal(("evening", "evening"), (Find()!.Entry.Name, SceneModelFile.Load(_rig.PathOf("evening.onnx")).Info.Name));
        Assert.False(File.Exists(_rig.PathOf("night.onnx")));
        Assert.Equal(SceneReplyKind.Refused, _rig.Library.Rename("day", "Evening", Ann).Kind);
        Assert.Equal(SceneReplyKind.Invalid, _rig.Library.Rename("day", "../day", Ann).Kind);
    }

    [Fact]
    public void Delete_InUse_TheOtherTakesItsPlace()
    {
        Keep("day");
        Keep("night");

        Assert.True(_rig.Library.Delete("night", Ann).IsDone);

        Assert.Equal("day", Find()?.Entry.Name);
        Assert.Equal(["day.onnx"], Directory.GetFiles(_rig.PathOf("")).Select(Path.GetFileName));
    }

    [Fact]
    public void TakeBack_OfEachChange_LeavesAllAsItWasBefore()
    {
        Keep("day", Day with { Info = Day.Info with { Threshold = 7 } });
        Keep("day");
        Keep("night");
        _rig.Library.SetThreshold(20, Ann);
        var before = State();

        Func<SceneReply>[] changes =
        [
            () => _rig.Library.Choose("day", Ann),
            () => _rig.Library.Rename("night", "evening", Ann),
            () => _rig.Library.Rename("day", "DAY", Ann),
            () => _rig.Library.Delete("night", Ann),
            () => _rig.Library.Delete("day", Ann),
            () => _rig.Library.Undo("day", Ann),
            () => _rig.Library.SetThreshold(9, Ann),
            () => _rig.Library.SetThreshold(null, Ann),
            () => _rig.Library.SetFrozen(true, Ann),
        ];
        foreach (var change in changes)
        {
            var reply = change();
            Assert.NotEqual(before, State());
            Assert.True(reply.TakeBack!("Bob").IsDone);
            Assert.Equal(before, State());
        }
    }

    [Fact]
    public void TakeBack_UndoOfTheModelInUse_BringsItsThresholdAlong()
    {
        Keep("day", Day with { Info = Day.Info with { Threshold = 7 } });
        Keep("day");
        _rig.Library.SetThreshold(20, Ann);

        var reply = _rig.Library.Undo("day", Ann);
        Assert.Equal((7, null), (Find()!.Model.Threshold, _rig.Choices.Of("").Threshold));
        Assert.True(reply.TakeBack!("Bob").IsDone);

        Assert.Equal((Day.Threshold, 20f), (Find()!.Model.Threshold, _rig.Choices.Of("").Threshold));
    }

    [Fact]
    public void TakeBack_AfterSomethingElse_IsRefused()
    {
        Keep("day");
        Keep("night");

        var chosen = _rig.Library.Choose("day", Ann);
        _rig.Library.Choose("night", Ann);
        Assert.Equal(SceneReplyKind.Refused, chosen.TakeBack!(Ann).Kind);

        // Of the model that was there, which had another scale.
        var threshold = _rig.Library.SetThreshold(null, Ann);
        Keep("night", Day with { Info = Day.Info with { Threshold = 7 } });
        Assert.Equal(SceneReplyKind.Refused, threshold.TakeBack!(Ann).Kind);

        var deleted = _rig.Library.Delete("day", Ann);
        Keep("day");
        Assert.Equal(SceneReplyKind.Refused, deleted.TakeBack!(Ann).Kind);

        var frozen = _rig.Library.SetFrozen(true, Ann);
        _rig.Watch.Use(new SceneCamera("rtsp://192.0.2.9/gate", TimeSpan.Zero));
        Assert.Equal(SceneReplyKind.Refused, frozen.TakeBack!(Ann).Kind);
    }

    [Fact]
    public void Import_Exported_IsTheSame()
    {
        Keep("day");
        var file = _rig.Library.Export("day")!;

        Assert.True(_rig.Library.Import("copy", file, Ann).IsDone);

        Assert.Equal("day", _rig.Choices.Of("").Model);
        Assert.Equal(Day.Speed, SceneModelFile.Load(_rig.PathOf("copy.onnx")).Speed);
    }

    [Fact]
    public void Import_UnderTheNameInUse_IsInForceAtOnceAndSaysSo()
    {
        Keep("day");
        var file = _rig.Library.Export("day")!;
        _rig.Library.SetThreshold(20, Ann);

        var reply = _rig.Library.Import("Day", file, Ann);

        Assert.Equal("The model 'day' was imported, and is in use in place of the one before.", reply.Message);
        Assert.Null(_rig.Choices.Of("").Threshold);
        Assert.Equal("The model 'copy' was imported.", _rig.Library.Import("copy", file, Ann).Message);
    }

    [Fact]
    public void Delete_InUse_OneOfThisCameraTakesItsPlaceBeforeANewerOneFromElsewhere()
    {
        var here = Day with { Info = Day.Info with { Camera = SceneRig.Yard.Name } };
        Keep("day", here);
        Keep("night", here);
        var elsewhere = SceneModelFile.Write(Day with { Info = Day.Info with { Camera = "rtsp://192.0.2.9/gate", LearntAt = Day.Info.LearntAt.AddDays(1) } });
        _rig.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(_rig.Library.Import("gate", elsewhere, Ann).IsDone);

        Assert.True(_rig.Library.Delete("night", Ann).IsDone);
        Assert.Equal("day", Find()?.Entry.Name);

        Assert.True(_rig.Library.Delete("day", Ann).IsDone);
        Assert.Equal("gate", Find()?.Entry.Name);
    }

    [Fact]
    public void Import_TruncatedForeignFrozenOrBadlyNamed_IsRefusedWithTheReason()
    {
        Keep("day");
        var file = _rig.Library.Export("day")!;

        var truncated = _rig.Library.Import("other", file[..^100], Ann);
        Assert.Equal(SceneReplyKind.Refused, truncated.Kind);
        Assert.Contains("incomplete", truncated.Message, StringComparison.Ordinal);
        Assert.Equal(SceneReplyKind.Refused, _rig.Library.Import("other", [1, 2, 3], Ann).Kind);
        Assert.Equal(SceneReplyKind.Invalid, _rig.Library.Import("..", file, Ann).Kind);
        _rig.Library.SetFrozen(true, Ann);
        Assert.Equal(SceneReplyKind.Refused, _rig.Library.Import("Day", file, Ann).Kind);
        Assert.Single(_rig.Status.Models);
    }

    [Fact]
    public void Import_TooMany_IsRefused()
    {
        Keep("day");
        var file = _rig.Library.Export("day")!;
        for (var number = 1; number < SceneModelStore.MostModels; number++)
        {
            Assert.True(_rig.Library.Import($"m{number}", file, Ann).IsDone);
        }

        Assert.Equal(SceneReplyKind.Refused, _rig.Library.Import("one more", file, Ann).Kind);
        Assert.True(_rig.Library.Import("m1", file, Ann).IsDone);
    }

    [Fact]
    public void Keep_DiskRefuses_IsInForceAndSaysSo()
    {
        _rig.Choices.Refuses = true;

        Keep("day");

        Assert.Equal("day", Find()?.Entry.Name);
        Assert.Contains(_rig.Status.Notices, notice => notice.Contains("could not be saved", StringComparison.Ordinal));
    }

    [Fact]
    public void List_FilesDamagedInAnyWay_AreSetAsideAndTheRestIsUsed()
    {
        Keep("day");
        var good = File.ReadAllBytes(_rig.PathOf("day.onnx"));
        var random = FuzzSeed.Random(output);
        for (var round = 0; round < 30; round++)
        {
            var bad = good[..random.Next(good.Length)];
            random.NextBytes(bad.AsSpan(random.Next(bad.Length + 1)));
            File.WriteAllBytes(_rig.PathOf("bad.onnx"), bad);

            var (models, problems) = _rig.Store.List(SceneRig.Yard);

            Assert.Equal(["day"], models.Select(model => model.Name));
            Assert.Contains("bad.onnx.damaged", Assert.Single(problems), StringComparison.Ordinal);
            Assert.True(File.Exists(_rig.PathOf("bad.onnx.damaged")));
        }
    }

    [Theory]
    [InlineData("day", "day")]
    [InlineData("  Nacht 2_a-b ", "Nacht 2_a-b")]
    [InlineData("Tür", "Tür")]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData(".day", null)]
    [InlineData("a/b", null)]
    [InlineData("a\\b", null)]
    [InlineData("a.onnx", null)]
    [InlineData("-rf", null)]
    [InlineData("nul", null)]
    [InlineData("COM1", null)]
    [InlineData("a\0b", null)]
    [InlineData("a\nb", null)]
    [InlineData("12345678901234567890123456789012345678901", null)]
    public void Clean_Name_IsAllowedOrNot(string? name, string? clean) => Assert.Equal(clean, SceneModelName.Clean(name));

    [Fact]
    public void Key_Cameras_AreReadableAndApart()
    {
        Assert.StartsWith("rtsp-192-0-2-7-yard-", SceneRig.Yard.Key, StringComparison.Ordinal);
        Assert.NotEqual(SceneRig.Yard.Key, new SceneCamera("rtsp://192.0.2.7/yard/", TimeSpan.Zero).Key);
        Assert.Equal(8, new SceneCamera("///", TimeSpan.Zero).Key.Length);
    }

    private void Keep(string name, SceneModel? model = null) => _rig.Library.Keep(SceneRig.Yard, name, model ?? Day);

    // Every file with its content, and what is chosen.
    private string State() => string.Join(
        '\n',
        Directory.GetFiles(_rig.PathOf("")).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}")
            .Append(_rig.Choices.Of("").ToString()));

    private LearntModel? Find() => _rig.Library.Find(Size, _ => true).Model;
}
