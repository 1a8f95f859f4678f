using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Mjpeg;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Capture.Mjpeg;

/// <summary>Bytes that no camera should send: nothing breaks, memory stays bounded, and what is given out is whole.</summary>
[Collection(MachineGroup.Name)]
public sealed class MjpegFuzzTests(ITestOutputHelper output)
{
    private const int Few = 300;
    private const int Many = 100_000;

    private static readonly byte[][] Sources = [.. Enumerable.Range(1, 4).Select(TinyJpeg.Numbered)];

    [Fact]
    public void Multipart_Mutated_GivesWholePicturesOrNone() => FuzzMultipart(Few, Sources);

    [Fact]
    [Trait("Category", "Full")]
    public void Multipart_MutatedManyTimes_GivesWholePicturesOrNone() => FuzzMultipart(Many, [.. Sources, CameraPictures.Take()]);

    [Fact]
    public void JpegStructure_Mutated_Decides() => FuzzStructure(Few * 10);

    [Fact]
    [Trait("Category", "Full")]
    public void JpegStructure_MutatedManyTimes_Decides() => FuzzStructure(Many * 10);

    [RequiresLinuxFact]
    [Trait("Category", "Camera")]
    public void GreyDecoder_Mutated_GivesAPictureOrNone() => FuzzDecoder(40);

    [RequiresLinuxFact]
    [Trait("Category", "Full")]
    public void GreyDecoder_MutatedManyTimes_GivesAPictureOrNone() => FuzzDecoder(5000);

    [RequiresLinuxFact]
    [Trait("Category", "Camera")]
    public Task Capture_MutatedOverASocket_EndsInAFault() => FuzzCaptureAsync(20);

    [RequiresLinuxFact]
    [Trait("Category", "Full")]
    public Task Capture_MutatedManyTimesOverASocket_EndsInAFault() => FuzzCaptureAsync(2000);

    private void FuzzMultipart(int rounds, byte[][] pictures)
    {
        var random = FuzzSeed.Random(output);
        var styles = MjpegRig.Styles.Values.Where(style => !style.Chunked).ToArray();
        var given = 0;
        for (var round = 0; round < rounds; round++)
        {
            var style = styles[random.Next(styles.Length)];
            var stream = Mutation.Of([.. pictures.SelectMany(one => MjpegClient.Part(one, style))], random);
            given += Feed(stream, random);
        }

        output.WriteLine($"{given} pictures of {rounds * pictures.Length}");
        Assert.InRange(given, rounds, rounds * pictures.Length * 2);
    }

    private static int Feed(byte[] bytes, Random random)
    {
        using var reader = new MultipartReader(TimeProvider.System, new IoLimit(TimeProvider.System));
        var given = 0;
        try
        {
            for (var at = 0; at < bytes.Length;)
            {
                var count = Math.Min(random.Next(1, 500), bytes.Length - at);
                reader.Fill(new MemoryStream(bytes, at, count));
                at += count;
                while (reader.TryTake(out var picture))
                {
                    Assert.Null(JpegStructure.Check(picture.Jpeg, out var scan));
                    Assert.Equal((picture.Width, picture.Height, picture.Jpeg.Length), (scan.Width, scan.Height, scan.Length));
                    given++;
                }
            }
        }
        catch (CaptureException noCamera)
        {
            Assert.Equal(CameraFault.Damaged, noCamera.Fault);
        }

        return given;
    }

    private void FuzzStructure(int rounds)
    {
        var random = FuzzSeed.Random(output);
        for (var round = 0; round < rounds; round++)
        {
            var jpeg = Mutation.Of(Sources[round % Sources.Length], random);

            var fault = JpegStructure.Check(jpeg, out var whole);
            var pieces = default(JpegScan);
            var verdict = JpegVerdict.Unfinished;
            for (var length = 0; length <= jpeg.Length && verdict == JpegVerdict.Unfinished; length++)
            {
                verdict = pieces.Advance(jpeg.AsSpan(0, length));
            }

            Assert.InRange(whole.Length, 0, jpeg.Length);
            Assert.Equal((whole.Length, whole.Fault), (pieces.Length, pieces.Fault));
            Assert.True(fault is not null || verdict == JpegVerdict.Whole);
        }
    }

    private void FuzzDecoder(int rounds)
    {
        var random = FuzzSeed.Random(output);
        var good = CameraPictures.Take();
        using var decoder = LibraryUnderTest.Create(TimeProvider.System).CreateGreyDecoder(CaptureSettings.Default);
        for (var round = 0; round < rounds; round++)
        {
            var bad = Mutation.Of(good, random);

            // As in the capture: what is broken by its structure never comes here.
            if (JpegStructure.Check(bad, out _) is null)
            {
                decoder.Decode(bad);
            }
        }

        Assert.Equal((270, 152), decoder.Decode(good) is { } grey ? (grey.Width, grey.Height) : default);
    }

    private async Task FuzzCaptureAsync(int rounds)
    {
        var random = FuzzSeed.Random(output);
        var pictures = Enumerable.Range(0, 4).Select(_ => CameraPictures.Take()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            byte[] head = [.. "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=frame\r\n\r\n"u8];
            byte[] stream = [.. head, .. pictures.SelectMany(one => MjpegClient.Part(one, MjpegStyle.Ordinary))];
            var bytes = Mutation.Of(stream, random);
            await using var camera = new MjpegCamera(async (client, changed) => await client.SendAsync(bytes, changed));

            Assert.NotEqual(CameraFault.None, MjpegRig.FaultOf(camera.Locator).Fault);
        }
    }
}
