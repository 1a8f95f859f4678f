using EdgeCctv.Core.Capture.Clips;

namespace EdgeCctv.Core.Capture.GStreamer.Clips;

/// <summary>Single pictures, one file after the other. What is no picture, or a damaged one, is passed over and counted.</summary>
internal sealed class PictureClip<TPicture> : IClipReader<TPicture>
{
    private const string JpegDecoder = "jpegdec";

    private readonly IReadOnlyList<string> _files;
    private readonly IPictureMaker<TPicture> _maker;
    private readonly TimeProvider _clock;
    private ClipFrame<TPicture>? _first;

    public PictureClip(ClipPath clip, IPictureMaker<TPicture> maker, TimeProvider clock, CancellationToken cancellation)
    {
        (_files, _maker, _clock) = (clip.Pictures!, maker, clock);
        _first = Read(cancellation) ?? throw new CaptureException(CameraFault.Damaged, $"{clip.Path} holds no picture that can be decoded.");
        Facts = new ClipFacts(maker.Source.Width, maker.Source.Height, FramesPerSecond: null, _files.Count);
    }

    public ClipFacts Facts { get; }

    public int Passed { get; private set; }

    public int Skipped { get; private set; }

    public string? BrokenOff => null;

    public ClipFrame<TPicture>? Next(CancellationToken cancellation)
    {
        var frame = _first ?? Read(cancellation);
        _first = null;
        return frame;
    }

    public void Dispose()
    {
        // Every file is closed as soon as it has been read.
    }

    // By what the file begins with: a wrong ending is common.
    private static string? DecoderOf(string file)
    {
        Span<byte> head = stackalloc byte[4];
        using var stream = File.OpenRead(file);
        return head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)] switch
        {
            [0xFF, 0xD8, ..] => JpegDecoder,
            [0x89, (byte)'P', (byte)'N', (byte)'G'] => "pngdec",
            [(byte)'B', (byte)'M', ..] or [(byte)'I', (byte)'I', 42, 0] or [(byte)'M', (byte)'M', 0, 42] => "gdkpixbufdec",
            _ => null,
        };
    }

    // A decoder fills the rest of half a picture with grey, and says nothing.
    private static bool IsWhole(string file, string decoder)
    {
        if (decoder != JpegDecoder)
        {
            return true;
        }

        var scan = default(JpegScan);
        return scan.Advance(File.ReadAllBytes(file)) == JpegVerdict.Whole;
    }

    private ClipFrame<TPicture>? Read(CancellationToken cancellation)
    {
        while (Passed < _files.Count)
        {
            var file = _files[Passed++];
            try
            {
                if (DecoderOf(file) is { } decoder && IsWhole(file, decoder) && Decode(file, decoder, cancellation) is { } frame)
                {
                    return frame;
                }
            }
            catch (IOException)
            {
                // Gone or unreadable: counted as what cannot be decoded.
            }

            Skipped++;
        }

        return null;
    }

    private ClipFrame<TPicture>? Decode(string file, string decoder, CancellationToken cancellation)
    {
        using var pipeline = new ClipPipeline(decoder, _maker.Tail, file, _maker.Prepare, _clock);
        var sample = Pull(pipeline, cancellation);
        if (sample == 0)
        {
            return null;
        }

        try
        {
            return new ClipFrame<TPicture>(Passed, _maker.Make(sample));
        }
        catch (CaptureException fault)
        {
            throw new CaptureException(fault.Fault, $"{file}: {fault.Message}", fault);
        }
        finally
        {
            Native.gst_mini_object_unref(sample);
        }
    }

    private static nint Pull(ClipPipeline pipeline, CancellationToken cancellation)
    {
        try
        {
            return pipeline.Next(cancellation);
        }
        catch (CaptureException damaged) when (damaged.Fault != CameraFault.BackendMissing)
        {
            return 0;
        }
    }
}
