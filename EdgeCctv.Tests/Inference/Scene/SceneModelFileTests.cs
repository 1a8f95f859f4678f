using System.Collections.Immutable;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Onnx;
using EdgeCctv.Core.Inference.Onnx.Schema;
using EdgeCctv.Core.Inference.Scene;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;

namespace EdgeCctv.Tests.Inference.Scene;

public sealed class SceneModelFileTests
{
    private static readonly SceneGeometry Geometry = new(76, 66);
    private static readonly SceneModel Model = WithPlaceThreshold(ScenePictures.Model(Geometry), 0.625f) with
    {
        Extras = ImmutableSortedDictionary<string, float[]>.Empty.Add("location", [1, 2.5f, float.MaxValue]),
    };

    [Fact]
    public void Read_WhatWasWritten_IsTheSameModel()
    {
        var read = SceneModelFile.Read(SceneModelFile.Write(Model), "day.onnx");

        Assert.Equal(Model.Geometry, read.Geometry);
        Assert.Equal(Model.Info, read.Info);
        Assert.Equal(Model.Info.LearntAt.Offset, read.Info.LearntAt.Offset);
        Assert.All(
            SceneParameters.Of(Model).Zip(SceneParameters.Of(read)),
            one => Assert.Equal(one.First.Values, one.Second.Values));
        Assert.Equal([1f, 2.5f, float.MaxValue], Assert.Single(read.Extras, extra => extra.Key == "location").Value);
        Assert.Equal(SceneModelFile.Write(Model), SceneModelFile.Write(read));
    }

    [Fact]
    public void Read_PlacesNotWatched_AreNotWatched()
    {
        var read = SceneModelFile.Read(SceneModelFile.Write(WithPlaceThreshold(Model, null)), "day.onnx");

        Assert.Null(read.Info.PlaceThreshold);
        Assert.Equal(Model.Rare, read.Rare);
    }

    /// <summary>A file of a program that knew nothing of places, or one from which their values were taken.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_ValuesOfPlacesMissing_IsTheModelWithoutThem(bool hasThreshold)
    {
        var read = SceneModelFile.Read(
            Altered(proto =>
            {
                proto.Graph.Initializer.Remove(proto.Graph.Initializer.Single(tensor => tensor.Name == "rare"));
                if (!hasThreshold)
                {
                    proto.MetadataProps.Remove(proto.MetadataProps.Single(entry => entry.Key == "edgecctv.place_threshold"));
                }
            }),
            "day.onnx");

        Assert.Null(read.Info.PlaceThreshold);
        Assert.Equal(Model.Speed, read.Speed);
        Assert.Equal(new float[Model.Rare.Length], read.Rare);

        // Written anew, as an import does, it is whole.
        Assert.Equal(read.Rare, SceneModelFile.Read(SceneModelFile.Write(read), "day.onnx").Rare);
    }

    [Fact]
    public void Write_IsAnOnnxModelWithItsMetadata()
    {
        using var options = new SessionOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        using var session = new InferenceSession(SceneModelFile.Write(Model), options);

        Assert.Equal(SceneGraph.Inputs(Geometry).Select(input => input.Name).Order(), session.InputNames.Order());
        Assert.Equal(SceneGraph.Outputs(Geometry).Select(output => output.Name).Order(), session.OutputNames.Order());
        var metadata = session.ModelMetadata.CustomMetadataMap;
        Assert.Equal("scene", metadata["edgecctv.kind"]);
        Assert.Equal("2026-11-22T14:02:03.4560000+01:00", metadata["edgecctv.learnt_at"]);
        Assert.Equal("12.5", metadata["edgecctv.frames_per_second"]);
    }

    [Fact]
    public void Read_CutOff_IsRefused()
    {
        var file = SceneModelFile.Write(Model);

        for (var length = 0; length < file.Length; length += length < 200 || file.Length - length < 200 ? 1 : 97)
        {
            var refused = Assert.Throws<AnalysisException>(() => SceneModelFile.Read(file.AsSpan(0, length), "day.onnx"));
            Assert.StartsWith("'day.onnx' is ", refused.Message, StringComparison.Ordinal);
        }

        Assert.StartsWith("'day.onnx' is incomplete or was altered: its 1000 bytes", Refusal(file[..1000]), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyByteAltered_IsRefused()
    {
        var file = SceneModelFile.Write(Model);
        var random = new Random(5);

        for (var i = 0; i < 1000; i++)
        {
            var altered = file.ToArray();
            altered[i < 300 ? file.Length - 1 - i : random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
            Assert.Throws<AnalysisException>(() => SceneModelFile.Read(altered, "day.onnx"));
        }
    }

    [Fact]
    public void Read_AlteredAndSealedAgain_IsRefusedOrStillPossible()
    {
        // As somebody would who knows the checksum: whatever comes of it, it is a possible model or a plain sentence.
        var content = SceneModelFile.Write(Model)[..^SceneModelFile.SealLength];
        var random = new Random(6);
        for (var i = 0; i < 2000; i++)
        {
            var altered = content.ToArray();
            for (var flips = random.Next(1, 4); flips > 0; flips--)
            {
                altered[random.Next(altered.Length)] = (byte)random.Next(256);
            }

            try
            {
                Assert.Null(SceneModelRules.Fault(SceneModelFile.Read(Sealed(altered), "day.onnx")));
            }
            catch (AnalysisException refused)
            {
                Assert.StartsWith("'day.onnx' ", refused.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Read_SomebodyElsesModel_IsRefused()
    {
        var other = new OnnxGraphBuilder("m").Input("x", 1).Node("Neg", ["x"], ["y"]).Output("y", 1).ToBytes();

        Assert.StartsWith("'day.onnx' is not a scene model of this program.", Refusal([8, 7, .. other]), StringComparison.Ordinal);
        Assert.StartsWith("'day.onnx' is an ONNX model, but not a scene model", Refusal(Sealed(other)), StringComparison.Ordinal);
        Assert.StartsWith("'day.onnx' is not a scene model", Refusal([]), StringComparison.Ordinal);
        Assert.StartsWith("'day.onnx' is not an ONNX file.", Refusal(Sealed([255, 255, 255])), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TooLarge_IsRefusedUnread() =>
        Assert.Contains("a scene model has at most 4194304", Refusal(new byte[SceneModelFile.MostBytes + 1]), StringComparison.Ordinal);

    [Theory]
    [InlineData("format", "2", "has format 2, this program reads format 1")]
    [InlineData("width", "77", "has a width of 77 pixels; allowed: even, 64 to 2048")]
    [InlineData("height", "1000000", "has a height of 1000000 pixels")]
    [InlineData("width", "70", "has 'speed' of the size 1x1x10x11 where 1x1x10x10 is right")]
    [InlineData("threshold", "NaN", "has a threshold of NaN")]
    [InlineData("place_threshold", "0", "has a threshold for places of 0; allowed: above 0, at most 1")]
    [InlineData("place_threshold", "1.5", "has a threshold for places of 1.5;")]
    [InlineData("place_threshold", "NaN", "has a threshold for places of NaN;")]
    [InlineData("place_threshold", "half", "has 'half' as its entry 'edgecctv.place_threshold'")]
    [InlineData("frames_per_second", "0", "was learnt at 0 frames a second")]
    [InlineData("frames_per_second", "12,5 oder so", "has '12,5 oder so' as its entry 'edgecctv.frames_per_second'")]
    [InlineData("learnt_at", "yesterday", "has 'yesterday' as its entry 'edgecctv.learnt_at'")]
    [InlineData("duration", "long", "has 'long' as its entry 'edgecctv.duration'")]
    [InlineData("name", "", "has a name of 0 characters")]
    public void Read_ImpossibleMetadata_SaysWhat(string key, string value, string said) =>
        Assert.StartsWith($"'day.onnx' {said}", Refusal(Altered(proto => proto.MetadataProps.Single(entry => entry.Key == $"edgecctv.{key}").Value = value)), StringComparison.Ordinal);

    [Fact]
    public void Read_ImpossibleTensors_SaysWhat()
    {
        Assert.StartsWith("'day.onnx' lacks the values 'speed'", Refused(speed => speed.Name = "other"), StringComparison.Ordinal);
        Assert.StartsWith("'day.onnx' has the values 'wide_speed' twice", Refused(speed => speed.Name = "wide_speed"), StringComparison.Ordinal);
        Assert.StartsWith("'day.onnx' has values 'speed' that are not floats", Refused(speed => speed.RawData = ByteString.CopyFrom(1, 2, 3)), StringComparison.Ordinal);
        Assert.StartsWith("'day.onnx' has values 'speed' that are not floats", Refused(speed => speed.DataType = (int)OnnxType.Double), StringComparison.Ordinal);
        Assert.StartsWith("'day.onnx' has -1 as value 0 of 'speed'", Refused(speed => speed.RawData = First(speed, -1)), StringComparison.Ordinal);
        Assert.StartsWith("'day.onnx' has NaN as value 0 of 'speed'", Refused(speed => speed.RawData = First(speed, float.NaN)), StringComparison.Ordinal);
        Assert.StartsWith("'day.onnx' has 'rare' of the size 1x99 where 1x1x10x11 is right", RefusedOf("rare", rare => Resize(rare, 1, 99)), StringComparison.Ordinal);
        Assert.StartsWith("'day.onnx' has the entry 'edgecctv.name' twice", Refusal(Altered(proto => proto.MetadataProps.Add(proto.MetadataProps.Single(entry => entry.Key == "edgecctv.name")))), StringComparison.Ordinal);

        static string Refused(Action<TensorProto> alter) => RefusedOf("speed", alter);
        static string RefusedOf(string name, Action<TensorProto> alter) => Refusal(Altered(proto => alter(proto.Graph.Initializer.Single(tensor => tensor.Name == name))));
        static void Resize(TensorProto tensor, params long[] shape)
        {
            tensor.Dims.Clear();
            tensor.Dims.AddRange(shape);
        }

        static ByteString First(TensorProto tensor, float value) => ByteString.CopyFrom([.. BitConverter.GetBytes(value), .. tensor.RawData.Span[sizeof(float)..]]);
    }

    [Fact]
    public void Write_ImpossibleModel_IsRefused()
    {
        var refused = Assert.Throws<AnalysisException>(() => SceneModelFile.Write(Model with { CueSpread = [1, 0, 1] }));

        Assert.StartsWith("The scene model 'day' has 0 as value 1 of 'cue_spread'", refused.Message, StringComparison.Ordinal);
    }

    private static SceneModel WithPlaceThreshold(SceneModel model, float? threshold) => model with { Info = model.Info with { PlaceThreshold = threshold } };

    private static string Refusal(byte[] file) => Assert.Throws<AnalysisException>(() => SceneModelFile.Read(file, "day.onnx")).Message;

    private static byte[] Altered(Action<ModelProto> alter)
    {
        var proto = ModelProto.Parser.ParseFrom(SceneModelFile.Write(Model)[..^SceneModelFile.SealLength]);
        alter(proto);
        return Sealed(proto.ToByteArray());
    }

    private static byte[] Sealed(byte[] content) => [.. content, .. SceneModelFile.Seal(content)];
}
