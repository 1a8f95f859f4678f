using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Inference.Scene;

public sealed class SceneModelDiskTests : IDisposable
{
    private static readonly SceneModel Model = ScenePictures.Model(new SceneGeometry(64, 64));

    private readonly string _folder = Directory.CreateTempSubdirectory("edgecctv-scene-").FullName;

    private string File => Path.Combine(_folder, "day.onnx");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_WhatWasSaved_IsTheSameModel()
    {
        SceneModelFile.Save(Model, File);

        Assert.Equal(SceneModelFile.Write(Model), SceneModelFile.Write(SceneModelFile.Load(File)));
        Assert.Equal([File], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Save_OverAnotherOne_ReplacesItWhole()
    {
        SceneModelFile.Save(Model, File);

        SceneModelFile.Save(Model with { Info = Model.Info with { Name = "night" } }, File);

        Assert.Equal("night", SceneModelFile.Load(File).Info.Name);
        Assert.Equal([File], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Save_ImpossibleModel_LeavesTheOldFile()
    {
        SceneModelFile.Save(Model, File);

        Assert.Throws<AnalysisException>(() => SceneModelFile.Save(Model with { CueSpread = [] }, File));

        Assert.Equal("day", SceneModelFile.Load(File).Info.Name);
        Assert.Equal([File], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Save_WhereAFolderIs_SaysSoAndLeavesNothingBehind()
    {
        Directory.CreateDirectory(File);

        var refused = Assert.Throws<AnalysisException>(() => SceneModelFile.Save(Model, File));

        Assert.StartsWith($"'{File}' cannot be written: ", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Save_NoSuchFolder_SaysSo() =>
        Assert.Throws<AnalysisException>(() => SceneModelFile.Save(Model, Path.Combine(_folder, "missing", "day.onnx")));

    [Fact]
    public void Load_Missing_SaysSo()
    {
        var refused = Assert.Throws<AnalysisException>(() => SceneModelFile.Load(File));

        Assert.StartsWith($"'{File}' cannot be read: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_TooLarge_IsRefusedUnread()
    {
        using (var stream = System.IO.File.Create(File))
        {
            stream.SetLength(1L << 40);
        }

        Assert.Contains("has 1099511627776 bytes", Assert.Throws<AnalysisException>(() => SceneModelFile.Load(File)).Message, StringComparison.Ordinal);
    }
}
