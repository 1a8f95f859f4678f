using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Clips;

namespace EdgeCctv.Tests.Capture.Clips;

public sealed class ClipPathTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edgecctv-clip-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Find_FolderOfPictures_HasThemInNaturalOrderWithoutTheRest()
    {
        Touch("frame10.tif", "frame9.tif", "frame1.PNG", "notes.txt", "._frame1.tif", "a2.jpg", "a02.jpg");

        Assert.Equal(["a02.jpg", "a2.jpg", "frame1.PNG", "frame9.tif", "frame10.tif"], Names(ClipPath.Find(_folder)));
    }

    [Fact]
    public void Find_Pattern_HasTheFilesOfThatFormOnly()
    {
        Touch("001.jpg", "002.jpg", "010.jpg", "1000.jpg", "01.jpg", "001.png", "x001.jpg");

        Assert.Equal(["001.jpg", "002.jpg", "010.jpg", "1000.jpg"], Names(ClipPath.Find(Path.Combine(_folder, "%03d.jpg"))));
        Assert.Equal(["001.jpg", "01.jpg", "002.jpg", "010.jpg", "1000.jpg"], Names(ClipPath.Find(Path.Combine(_folder, "%d.jpg"))));
    }

    [Fact]
    public void Find_FileWithAPercentInItsName_IsThatFile()
    {
        Touch("50%d.mp4");

        Assert.Null(ClipPath.Find(Path.Combine(_folder, "50%d.mp4")).Pictures);
    }

    [Theory]
    [InlineData("{0}/clip.mp4")]
    [InlineData("file:{0}/clip.mp4")]
    [InlineData("file://{0}/clip.mp4")]
    [InlineData("file:{0}/clip.mp4?once=1")]
    public void Find_VideoFile_IsFoundByPathAndByLocator(string source)
    {
        Touch("clip.mp4");
        var clip = ClipPath.Find(string.Format(null, source, _folder));

        Assert.Equal((Path.Combine(_folder, "clip.mp4"), null), (clip.Path, clip.Pictures));
    }

    [Fact]
    public void Find_OnePicture_IsAClipOfOne()
    {
        Touch("one.jpg");

        Assert.Equal(["one.jpg"], Names(ClipPath.Find(Path.Combine(_folder, "one.jpg"))));
    }

    [Theory]
    [InlineData("missing.mp4", "does not exist")]
    [InlineData("%04d.jpg", "No file matches")]
    [InlineData("nowhere/%04d.jpg", "No file matches")]
    [InlineData("nowhere/clip.mp4", "does not exist")]
    [InlineData("", "holds no pictures (jpg, png, bmp, tif); name one of the 1 folders in it.")]
    [InlineData("empty", "holds no pictures (jpg, png, bmp, tif).")]
    public void Find_NothingThere_IsSaid(string name, string words)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "empty"));

        var fault = Assert.Throws<CaptureException>(() => ClipPath.Find(Path.Combine(_folder, name)));

        Assert.Equal(CameraFault.NotFound, fault.Fault);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(ClipPath clip) => clip.Pictures!.Select(file => Path.GetFileName(file));

    private void Touch(params string[] names)
    {
        foreach (var name in names)
        {
            File.WriteAllBytes(Path.Combine(_folder, name), []);
        }
    }
}
