using System.Text;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Mjpeg;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Capture.Mjpeg;

public sealed class MultipartReaderTests
{
    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1 << 20)]
    public void TryTake_HoweverItIsCutUp_GivesEveryPictureInTurn(int bytesPerRead)
    {
        var pictures = Enumerable.Range(1, 5).Select(TinyJpeg.Numbered).ToArray();
        byte[] stream = [.. pictures.SelectMany(one => MjpegClient.Part(one, MjpegStyle.Ordinary))];

        Assert.Equal(pictures, Read(stream, bytesPerRead).Select(one => one.Jpeg));
    }

    [Fact]
    public void TryTake_PictureWithoutHuffmanTables_IsGivenThem()
    {
        var bare = JpegHuffmanTablesTests.WithoutTables(TinyJpeg.Numbered(1));

        var picture = Assert.Single(Read(Part(bare, bare.Length)));

        Assert.Equal(bare.Length + JpegHuffmanTables.Segment.Length, picture.Jpeg.Length);
    }

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999999")]
    [InlineData("-5")]
    [InlineData("0")]
    [InlineData("12x")]
    [InlineData("1")]
    [InlineData("")]
    public void TryTake_LengthThatCannotBe_PictureIsFoundAllTheSame(string length)
    {
        var (one, two) = (TinyJpeg.Numbered(1), TinyJpeg.Numbered(2));

        // The third is there so that the end of the second shows, whatever the length says.
        byte[] stream = [.. Part(one, length), .. Part(two, length), .. Part(one, length)];

        Assert.Equal([one, two], Read(stream).Select(picture => picture.Jpeg).Take(2));
    }

    [Fact]
    public void TryTake_EndMarkerBeforeTheLength_IsNotTheEnd()
    {
        var (torn, whole) = (TinyJpeg.Numbered(1), TinyJpeg.Numbered(2));
        byte[] body = [.. torn, 1, 2, 3, 4, 5, 6, 7, 8];

        Assert.Equal([whole], Read([.. Part(body, body.Length), .. Part(whole, whole.Length)]).Select(picture => picture.Jpeg));
    }

    [Fact]
    public void TryTake_PaddedPictures_AreTrimmed()
    {
        var (one, two) = (TinyJpeg.Numbered(1), TinyJpeg.Numbered(2));
        byte[] padded = [.. one, .. new byte[300]];

        Assert.Equal([one, two], Read([.. Part(padded, padded.Length), .. Part(two, two.Length)]).Select(picture => picture.Jpeg));
    }

    [Fact]
    public void TryTake_BrokenPicture_IsPassedOverAndNamed()
    {
        var whole = TinyJpeg.Numbered(2);
        using var reader = new MultipartReader(_time, new IoLimit(_time));
        reader.Fill(new MemoryStream([.. Part(whole[..^5], whole.Length), .. "--frame"u8, .. "\r\n\r\n"u8, .. whole[..3]]));

        Assert.False(reader.TryTake(out _));
        Assert.StartsWith("it ends in the middle", reader.Damage, StringComparison.Ordinal);

        reader.Fill(new MemoryStream(whole[3..]));
        Assert.True(reader.TryTake(out var picture));
        Assert.Equal(whole, picture.Jpeg);
        Assert.Null(reader.Damage);
    }

    [Fact]
    public void TryTake_ThumbnailWithinABrokenPicture_IsNotShown()
    {
        var (thumbnail, whole) = (TinyJpeg.Numbered(1), TinyJpeg.Numbered(2));
        byte[] broken = [0xFF, 0xD8, 0xFF, 0x01, .. thumbnail];

        Assert.Equal([whole], Read([.. Part(broken, broken.Length), .. Part(whole, whole.Length)]).Select(picture => picture.Jpeg));
    }

    [Fact]
    public void TryTake_EndlessHeader_IsNoCamera()
    {
        var reason = Assert.Throws<CaptureException>(() => { Read(Encoding.ASCII.GetBytes(new string('x', 9000))); });

        Assert.Equal(CameraFault.Damaged, reason.Fault);
    }

    [Fact]
    public void TryTake_PictureWithoutEnd_IsGivenUpAtTheLimit()
    {
        var whole = TinyJpeg.Numbered(1);
        byte[] endless = [.. whole[..^2], .. new byte[MultipartReader.LargestPicture]];
        using var reader = new MultipartReader(_time, new IoLimit(_time));
        using var stream = new MemoryStream(endless);
        while (reader.Fill(stream))
        {
            Assert.False(reader.TryTake(out _));
        }

        Assert.Equal("it is larger than 16 MB", reader.Damage);
    }

    [Fact]
    public void TryTake_HeaderLongBeforeThePicture_ReceiptIsThePictures()
    {
        var part = Part(TinyJpeg.Numbered(1), "");
        var picture = part.AsSpan().IndexOf((byte)0xFF);

        Assert.Equal(TimeSpan.FromSeconds(5), ReceiptOf(part, picture, picture + 20));
    }

    [Fact]
    public void TryTake_FirstMarkerCutInTwo_ReceiptIsThatOfItsFirstByte()
    {
        var part = Part(TinyJpeg.Numbered(1), "");
        var picture = part.AsSpan().IndexOf((byte)0xFF);

        Assert.Equal(TimeSpan.Zero, ReceiptOf(part, picture + 1, picture + 20));
    }

    // Three reads, 5 s apart; the time from the first one to the receipt.
    private TimeSpan ReceiptOf(byte[] part, int firstCut, int secondCut)
    {
        var began = _time.GetTimestamp();
        using var reader = new MultipartReader(_time, new IoLimit(_time));
        foreach (var piece in new[] { part[..firstCut], part[firstCut..secondCut] })
        {
            reader.Fill(new MemoryStream(piece));
            Assert.False(reader.TryTake(out _));
            _time.Advance(TimeSpan.FromSeconds(5));
        }

        reader.Fill(new MemoryStream(part[secondCut..]));
        Assert.True(reader.TryTake(out var picture));
        return _time.GetElapsedTime(began, picture.ReceivedTimestamp);
    }

    private static byte[] Part(byte[] body, int length) => Part(body, $"{length}");

    private static byte[] Part(byte[] body, string length) =>
        [.. Encoding.Latin1.GetBytes($"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {length}\r\n\r\n"), .. body, .. "\r\n"u8];

    private List<MjpegPicture> Read(byte[] bytes, int bytesPerRead = 4096)
    {
        using var reader = new MultipartReader(_time, new IoLimit(_time));
        var pictures = new List<MjpegPicture>();
        for (var at = 0; at < bytes.Length; at += bytesPerRead)
        {
            reader.Fill(new MemoryStream(bytes[at..Math.Min(bytes.Length, at + bytesPerRead)]));
            while (reader.TryTake(out var picture))
            {
                pictures.Add(picture);
            }
        }

        return pictures;
    }
}
