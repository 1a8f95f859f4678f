namespace EdgeCctv.Core.Capture.Demo;

/// <summary>One sample plane of a picture, and how its pixels relate to luma pixels.</summary>
internal readonly ref struct Plane(Span<byte> samples, int width, int height, float scale)
{
    public readonly Span<byte> Samples = samples;
    public readonly int Width = width;
    public readonly int Height = height;

    /// <summary>Samples of this plane per luma pixel in one direction: 1 or 0.5.</summary>
    public readonly float Scale = scale;

    public static Plane Luma(I420Picture picture) => new(picture.Y, picture.Width, picture.Height, 1f);

    public static Plane ChromaU(I420Picture picture) => new(picture.U, picture.Width / 2, picture.Height / 2, 0.5f);

    public static Plane ChromaV(I420Picture picture) => new(picture.V, picture.Width / 2, picture.Height / 2, 0.5f);

    public Span<byte> Row(int y) => Samples.Slice(y * Width, Width);
}
