using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Detection;

namespace EdgeCctv.Tests.Inference.Detection;

public sealed class InputTensorTests
{
    private static readonly ColourPicture TwoByOne = new(2, 1, [10, 20, 30, 40, 50, 60]);

    [Fact]
    public void Fill_Rgb_PlanesInThatOrder() => Assert.Equal([10, 40, 20, 50, 30, 60], Filled(PictureFit.Stretch, ColourOrder.Rgb, 2, 1));

    [Fact]
    public void Fill_Bgr_PlanesInThatOrder() => Assert.Equal([30, 60, 20, 50, 10, 40], Filled(PictureFit.Stretch, ColourOrder.Bgr, 2, 1));

    [Fact]
    public void Fill_MeanAndDeviation_BelongToTheModelsOrder()
    {
        var data = new float[6];
        var tensor = new InputTensor(data, 2, new InputRecipe(PictureFit.Stretch, 0, ColourOrder.Bgr, [30, 20, 10], [2, 5, 10]));
        tensor.Fill(TwoByOne, new Placement(0, 0, 2, 1));

        Assert.Equal([0, 15, 0, 6, 0, 3], data);
    }

    [Fact]
    public void Fill_TopLeft_IsPaddedBelow() => Assert.Equal(
        [10, 40, 7, 7, 20, 50, 7, 7, 30, 60, 7, 7], Filled(PictureFit.TopLeft, ColourOrder.Rgb, 2, 2));

    [Fact]
    public void Fill_Centred_IsPaddedAround() => Assert.Equal(
        [7, 7, 10, 40, 7, 7, 7, 7, 20, 50, 7, 7, 7, 7, 30, 60, 7, 7], Filled(PictureFit.Centred, ColourOrder.Rgb, 2, 3));

    [Fact]
    public void Fill_AnotherPlacement_LeavesNothingOfTheOneBefore()
    {
        var data = new float[12];
        var tensor = new InputTensor(data, 2, Recipe(PictureFit.Centred, ColourOrder.Rgb));
        tensor.Fill(new ColourPicture(2, 2, [.. Enumerable.Repeat((byte)200, 12)]), new Placement(0, 0, 2, 2));

        tensor.Fill(TwoByOne, new Placement(0, 1, 2, 1));

        Assert.Equal([7, 7, 10, 40, 7, 7, 20, 50, 7, 7, 30, 60], data);
    }

    [Theory]
    [InlineData(1920, 1080, 0, 140, 640, 360)]
    [InlineData(1080, 1920, 140, 0, 360, 640)]
    [InlineData(641, 640, 0, 0, 640, 639)]
    [InlineData(10_000, 2, 0, 319, 640, 1)]
    public void Placement_Centred_KeepsTheProportions(int width, int height, int left, int top, int across, int down) =>
        Assert.Equal(new Placement(left, top, across, down), Placement.Of(PictureFit.Centred, 640, 640, width, height));

    [Fact]
    public void With_Options_ReplaceWhatTheLayoutWants()
    {
        var recipe = Recipe(PictureFit.Centred, ColourOrder.Rgb).With(
            new DetectorOptions("x") { Fit = PictureFit.Stretch, Colours = ColourOrder.Bgr, Mean = [1, 2, 3], Deviation = [4, 5, 6] });

        Assert.Equal((PictureFit.Stretch, ColourOrder.Bgr), (recipe.Fit, recipe.Colours));
        Assert.Equal([1f, 2, 3, 4, 5, 6], [.. recipe.Mean, .. recipe.Deviation]);
        Assert.Equal(Recipe(PictureFit.Centred, ColourOrder.Rgb) with { Mean = [], Deviation = [] }, Recipe(PictureFit.Centred, ColourOrder.Rgb).With(new DetectorOptions("x")) with { Mean = [], Deviation = [] });
    }

    private static InputRecipe Recipe(PictureFit fit, ColourOrder colours) => new(fit, Padding: 7, colours, InputRecipe.Same(0), InputRecipe.Same(1));

    private static float[] Filled(PictureFit fit, ColourOrder colours, int width, int height)
    {
        var data = new float[3 * width * height];
        new InputTensor(data, width, Recipe(fit, colours)).Fill(TwoByOne, Placement.Of(fit, width, height, 2, 1));
        return data;
    }
}
