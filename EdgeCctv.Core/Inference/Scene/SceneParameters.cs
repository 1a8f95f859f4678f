namespace EdgeCctv.Core.Inference.Scene;

/// <summary>What learning found out, under the names that it has in the file; the graph uses them by these names.</summary>
internal static class SceneParameters
{
    public const string Speed = "speed";
    public const string WideSpeed = "wide_speed";
    public const string Perspective = "perspective";
    public const string Mean = "mean";
    public const string Deviation = "deviation";
    public const string Precision = "precision";
    public const string Rare = "rare";
    public const string CueMedian = "cue_median";
    public const string CueSpread = "cue_spread";

    /// <summary>Channels of a large cell.</summary>
    public const int Channels = 10;

    /// <summary>Channels of a small cell: motion, speed, speed of three levels.</summary>
    public const int SmallChannels = 3;

    public const int Cues = 3;

    /// <summary>Whether something is divided by it.</summary>
    public static bool IsAboveZero(string name) => name is Speed or WideSpeed or Perspective or Deviation or CueSpread;

    /// <summary>Every parameter with its shape.</summary>
    public static IEnumerable<(string Name, long[] Shape, float[] Values)> Of(SceneModel model)
    {
        var values = new Dictionary<string, float[]>
        {
            [Speed] = model.Speed,
            [WideSpeed] = model.WideSpeed,
            [Perspective] = model.Perspective,
            [Mean] = model.Mean,
            [Deviation] = model.Deviation,
            [Precision] = model.Precision,
            [Rare] = model.Rare,
            [CueMedian] = model.CueMedian,
            [CueSpread] = model.CueSpread,
        };
        return Shapes(model.Geometry).Select(one => (one.Name, one.Shape, values[one.Name]));
    }

    /// <summary>The shape that each of them has for a geometry.</summary>
    public static IEnumerable<(string Name, long[] Shape)> Shapes(SceneGeometry geometry)
    {
        var (small, large) = (geometry.Small, geometry.Large);
        return
        [
            (Speed, [1, 1, small.Rows, small.Columns]),
            (WideSpeed, [1, 1, small.Rows, small.Columns]),
            (Perspective, [1, 1, large.Rows, large.Columns]),
            (Mean, [1, Channels, 1, 1]),
            (Deviation, [1, Channels, 1, 1]),
            (Precision, [Channels, Channels]),
            (Rare, [1, 1, small.Rows, small.Columns]),
            (CueMedian, [1, Cues, 1, 1]),
            (CueSpread, [1, Cues, 1, 1]),
        ];
    }
}
