using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Tests.Inference.Onnx;

namespace EdgeCctv.Tests.Inference.Scene;

/// <summary>The graph against the description of the model, computed literally in double precision.</summary>
public sealed class SceneGraphTests
{
    // Even sizes that leave all remainders: blocks of rows, cells at both strides, the two or three columns beyond the large cells.
    public static TheoryData<int, int> Sizes => new() { { 64, 64 }, { 76, 66 }, { 98, 70 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Pooled_MovingThings_AreTheMapsWrittenDown(int width, int height)
    {
        var geometry = new SceneGeometry(width, height);
        var expected = Maps(geometry, 2);

        var outputs = Run(ScenePictures.Model(geometry), 2);

        Assert.Equal(expected.MotionShare, outputs[SceneGraph.MotionShare][0], 1e-6);
        Assert.InRange(expected.MotionShare, 0.05, 0.5);
        AssertMaps(expected.Small, outputs[SceneGraph.PooledSmall]);
        AssertMaps(expected.Large, outputs[SceneGraph.PooledLarge]);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Score_WithHistory_IsTheScoreWrittenDown(int width, int height)
    {
        var geometry = new SceneGeometry(width, height);
        var model = ScenePictures.Model(geometry);
        LiteralMaps[] before = [Maps(geometry, 2), Maps(geometry, 3)];
        var expected = LiteralScene.Score(model, [.. before, Maps(geometry, 4)]);

        var outputs = Run(model, 4, Sum(before.Select(maps => maps.Small)), Sum(before.Select(maps => maps.Large)), before.Length);

        Near.Assert(expected.Fast, outputs[SceneGraph.Fast], 1e-3);
        Near.Assert(expected.Wide, outputs[SceneGraph.Wide], 1e-3);
        Near.Assert(expected.Odd, outputs[SceneGraph.Odd], 1e-3);
        Near.Assert(expected.Heat, outputs[SceneGraph.Heat], 1e-3);
        Assert.All(expected.Cues.Zip(outputs[SceneGraph.Cues]), cue => Assert.Equal(cue.First, cue.Second, 1e-3));
        Assert.Equal(expected.Score, outputs[SceneGraph.Score][0], 1e-3);
        Assert.All(expected.Cues, cue => Assert.True(cue > 0.1, $"{cue}"));
    }

    [Fact]
    public void Score_CellsMasked_DoNotCount()
    {
        var geometry = new SceneGeometry(76, 66);
        var model = ScenePictures.Model(geometry);
        var open = Run(model, 2);
        var strongest = Array.IndexOf(open[SceneGraph.Fast], open[SceneGraph.Fast].Max());

        var masked = Run(model, 2, smallMask: index => index == strongest ? 0 : 1, largeMask: _ => 0);

        Assert.Equal(0, masked[SceneGraph.Fast][strongest]);
        Assert.Equal(0, masked[SceneGraph.Wide][strongest]);
        Assert.Equal(open[SceneGraph.Fast].Where((_, index) => index != strongest).OrderDescending().Take(4).Average(), masked[SceneGraph.Cues][0], 1e-5);
        Assert.Equal(0, masked[SceneGraph.Cues][2]);
        Assert.All(masked[SceneGraph.Odd], value => Assert.Equal(0, value));
    }

    [Fact]
    public void Score_NothingMoves_HasCuesOfZero()
    {
        var geometry = new SceneGeometry(64, 64);
        var model = ScenePictures.Model(geometry);
        var picture = ScenePictures.Of(geometry, 1).Floats();

        var outputs = OnnxRun.Floats(SceneGraph.Of(model), [.. Inputs(geometry, picture, picture)]);

        Assert.Equal([0f, 0, 0], outputs[SceneGraph.Cues]);
        Assert.Equal(-model.CueMedian.Zip(model.CueSpread, (median, spread) => median / spread).Sum(), outputs[SceneGraph.Score][0], 1e-5);
    }

    private static LiteralMaps Maps(SceneGeometry geometry, int frame) =>
        LiteralScene.Maps(ScenePictures.Of(geometry, frame - 1).Plane(), ScenePictures.Of(geometry, frame).Plane());

    private static Dictionary<string, float[]> Run(
        SceneModel model, int frame, float[]? small = null, float[]? large = null, int count = 0, Func<int, float>? smallMask = null, Func<int, float>? largeMask = null) =>
        OnnxRun.Floats(SceneGraph.Of(model), [.. Inputs(
            model.Geometry,
            ScenePictures.Of(model.Geometry, frame - 1).Floats(),
            ScenePictures.Of(model.Geometry, frame).Floats(),
            small,
            large,
            count,
            smallMask,
            largeMask)]);

    private static IEnumerable<(string Name, long[] Shape, float[] Values)> Inputs(
        SceneGeometry geometry, float[] a, float[] b, float[]? small = null, float[]? large = null, int count = 0, Func<int, float>? smallMask = null, Func<int, float>? largeMask = null)
    {
        foreach (var (name, shape) in SceneGraph.Inputs(geometry))
        {
            var size = (int)shape.Aggregate((product, length) => product * length);
            yield return (name, shape, name switch
            {
                SceneGraph.Previous => a,
                SceneGraph.Current => b,
                SceneGraph.HistorySmall => small ?? new float[size],
                SceneGraph.HistoryLarge => large ?? new float[size],
                SceneGraph.HistoryCount => [count],
                SceneGraph.Background or SceneGraph.UsualRest or SceneGraph.BackgroundPace => new float[size],
                SceneGraph.MaskSmall => [.. Enumerable.Range(0, size).Select(smallMask ?? (_ => 1))],
                SceneGraph.MaskLarge => [.. Enumerable.Range(0, size).Select(largeMask ?? (_ => 1))],
                _ => throw new InvalidOperationException(name),
            });
        }
    }

    private static void AssertMaps(LiteralPlane[] expected, float[] actual)
    {
        var size = expected[0].Width * expected[0].Height;
        Assert.Equal(expected.Length * size, actual.Length);
        for (var channel = 0; channel < expected.Length; channel++)
        {
            Near.Assert(expected[channel], actual.AsSpan(channel * size, size), 1e-4);
        }
    }

    private static float[] Sum(IEnumerable<LiteralPlane[]> maps) =>
        [.. maps.Select(channels => channels.SelectMany(channel => channel.Row)).Aggregate((a, b) => a.Zip(b, (x, y) => x + y)).Select(value => (float)value)];
}
