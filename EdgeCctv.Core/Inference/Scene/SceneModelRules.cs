using System.Globalization;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>What must be true of a scene model, wherever it comes from.</summary>
internal static class SceneModelRules
{
    /// <summary>Wider or higher analysis pictures are not made by this program.</summary>
    public const int MostPixels = 2048;

    public const int LongestName = 100;
    public const int LongestCamera = 1000;
    public const int LongestExtraName = 50;
    public const int MostExtras = 16;

    /// <summary>The first thing that is wrong, as the rest of a sentence that begins with the model; null when nothing is.</summary>
    public static string? Fault(SceneModel model) =>
        Fault(model.Geometry) ?? Fault(model.Info) ?? SceneParameters.Of(model).Select(Fault).FirstOrDefault(fault => fault is not null) ?? ExtrasFault(model);

    public static string? Fault(SceneGeometry geometry) => Fault("width", geometry.Width) ?? Fault("height", geometry.Height);

    private static string? Fault(string side, int pixels) =>
        pixels is >= SceneGeometry.Least and <= MostPixels && pixels % 2 == 0
            ? null
            : Invariant($"has a {side} of {pixels} pixels; allowed: even, {SceneGeometry.Least} to {MostPixels}");

    private static string? Fault(SceneModelInfo info) => info switch
    {
        { Name.Length: 0 or > LongestName } => Invariant($"has a name of {info.Name.Length} characters; allowed: 1 to {LongestName}"),
        { Camera: { Length: > LongestCamera } } => Invariant($"names its camera with {info.Camera.Length} characters; allowed: at most {LongestCamera}"),
        { FramesPerSecond: not (> 0 and <= 1000) } => Invariant($"was learnt at {info.FramesPerSecond} frames a second; allowed: above 0, at most 1000"),
        { Frames: < 0 } => Invariant($"was learnt from {info.Frames} frames; allowed: 0 or more"),
        { Duration.Ticks: < 0 } => Invariant($"was learnt for {info.Duration}; allowed: 0 or more"),
        { PlaceThreshold: not (null or (> 0 and <= 1)) } => Invariant($"has a threshold for places of {info.PlaceThreshold}; allowed: above 0, at most 1"),
        _ when !float.IsFinite(info.Threshold) => Invariant($"has a threshold of {info.Threshold}; allowed: a finite number"),
        _ => null,
    };

    private static string? Fault((string Name, long[] Shape, float[] Values) parameter)
    {
        var (name, shape, values) = parameter;
        var expected = shape.Aggregate(1L, (product, size) => product * size);
        if (values.Length != expected)
        {
            return Invariant($"has {values.Length} values of '{name}' where its size asks for {expected}");
        }

        var bad = Array.FindIndex(values, value => !float.IsFinite(value) || (SceneParameters.IsAboveZero(name) && value <= 0));
        return bad < 0 ? null : Invariant($"has {values[bad]} as value {bad} of '{name}', which is impossible");
    }

    private static string? ExtrasFault(SceneModel model)
    {
        if (model.Extras.Count > MostExtras)
        {
            return Invariant($"has {model.Extras.Count} extra parts; allowed: at most {MostExtras}");
        }

        return model.Extras.Keys.FirstOrDefault(name => name.Length is 0 or > LongestExtraName) is { } name
            ? Invariant($"has an extra part whose name has {name.Length} characters; allowed: 1 to {LongestExtraName}")
            : null;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
