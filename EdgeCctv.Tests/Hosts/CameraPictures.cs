using System.Buffers.Binary;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Demo;
using EdgeCctv.Core.Frames;

namespace EdgeCctv.Tests.Hosts;

/// <summary>Real JPEGs for cameras of the tests: the demo camera's yard with the time strip, encoded as the product does. Thread-safe.</summary>
internal sealed class CameraPictures
{
    public const int Width = 320;
    public const int Height = 180;

    private static readonly Lock Gate = new();
    private static readonly Dictionary<(int Width, int Height), CameraPictures> Made = [];

    private readonly DemoScene _scene;
    private readonly I420Picture _picture;
    private readonly IJpegEncoder _encoder;
    private int _taken;

    private CameraPictures(int width, int height)
    {
        _scene = new DemoScene(new DemoOptions { Width = width, Height = height, Strip = true }, seed: 42);
        _picture = new I420Picture(width, height);
        _encoder = LibraryUnderTest.Create(TimeProvider.System).Create(width, height, quality: 80);
    }

    /// <summary>A picture of this moment, which the strip in it tells; no two are alike.</summary>
    public static byte[] Take(int width = Width, int height = Height)
    {
        lock (Gate)
        {
            if (!Made.TryGetValue((width, height), out var camera))
            {
                Made[(width, height)] = camera = new CameraPictures(width, height);
            }

            camera._scene.Render(TimeSpan.FromMilliseconds(++camera._taken), TimeProvider.System.GetUtcNow(), camera._picture);
            return camera._encoder.Encode(camera._picture);
        }
    }

    /// <summary>Reads the strip: how long ago a picture of the ordinary size was taken.</summary>
    public static TimeSpan AgeOf(byte[] jpeg) => TimeProvider.System.GetUtcNow() - TakenAt(jpeg);

    /// <summary>Reads the strip: when a picture of the ordinary size was taken, in whole milliseconds.</summary>
    public static DateTimeOffset TakenAt(byte[] jpeg)
    {
        using var decoder = LibraryUnderTest.Create(TimeProvider.System).CreateGreyDecoder(CaptureSettings.Default with { GreyLongSide = Width });
        var strip = ReadStrip(decoder.Decode(jpeg) ?? throw new ArgumentException("No JPEG that can be decoded.", nameof(jpeg)));
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        return DateTimeOffset.FromUnixTimeMilliseconds(now - unchecked((uint)now - strip));
    }

    /// <summary>The same picture with another size in its frame header.</summary>
    public static byte[] Claiming(byte[] jpeg, int width, int height)
    {
        var lie = (byte[])jpeg.Clone();
        var frame = lie.AsSpan(lie.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]));
        BinaryPrimitives.WriteUInt16BigEndian(frame[5..], (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(frame[7..], (ushort)width);
        return lie;
    }

    /// <summary>What the strip of a picture of the ordinary size says: UTC milliseconds modulo 2³².</summary>
    public static uint ReadStrip(GreyPicture picture)
    {
        var value = 0u;
        for (var bit = 0; bit < 32; bit++)
        {
            var x = ((2 * bit) + 1) * picture.Width / 64;
            value = (value << 1) | (picture.Pixels[((picture.Height - 8) * picture.Width) + x] > 128 ? 1u : 0u);
        }

        return value;
    }
}
