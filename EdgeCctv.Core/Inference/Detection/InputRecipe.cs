namespace EdgeCctv.Core.Inference.Detection;

/// <summary>How a picture becomes a model's input: planes of floats, channel by channel, top row first.</summary>
/// <param name="Fit">Never <see cref="PictureFit.Auto"/>.</param>
/// <param name="Padding">Value 0 to 255 of what is filled up.</param>
/// <param name="Colours">Never <see cref="ColourOrder.Auto"/>.</param>
/// <param name="Mean">For each channel in that order, on the scale 0 to 255.</param>
/// <param name="Deviation">For each channel: an input value is (value − mean) / deviation.</param>
internal sealed record InputRecipe(PictureFit Fit, byte Padding, ColourOrder Colours, IReadOnlyList<float> Mean, IReadOnlyList<float> Deviation)
{
    public static IReadOnlyList<float> Same(float value) => [value, value, value];

    /// <summary>With what the options want otherwise.</summary>
    public InputRecipe With(DetectorOptions options) => new(
        options.Fit == PictureFit.Auto ? Fit : options.Fit,
        Padding,
        options.Colours == ColourOrder.Auto ? Colours : options.Colours,
        options.Mean.Count == 0 ? Mean : options.Mean,
        options.Deviation.Count == 0 ? Deviation : options.Deviation);
}
