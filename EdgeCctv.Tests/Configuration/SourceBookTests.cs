using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Frames;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Web.Configuration;

namespace EdgeCctv.Tests.Configuration;

public sealed class SourceBookTests : IDisposable
{
    private const string Gate = "rtsp://ann:s3cret@192.0.2.9/gate";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("edgecctv-data-");

    private string KeptFile => Path.Combine(_data.FullName, "camera.json");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public void Keep_NextStart_OpensItWithItsPassword()
    {
        Open().Keep(Gate);

        var book = Open();

        Assert.True(book.IsKept);
        Assert.Equal(Locators.Parse(Gate), book.Current);
        Assert.False(book.Current.IsTrusted);
        Assert.Equal(CameraRig.Front, book.Configured);
    }

    [Fact]
    public void Keep_ConfigurationNamesAnotherCameraSince_ThatOneCounts()
    {
        Open().Keep(Gate);

        var book = Open(CameraRig.Back);

        Assert.Equal((false, CameraRig.Back), (book.IsKept, book.Current));
    }

    [Fact]
    public void Undo_AndForget_GoBack()
    {
        var book = Open();
        var undo = book.Keep(Gate);
        undo();
        Assert.Equal((false, CameraRig.Front), (book.IsKept, book.Current));
        Assert.False(Open().IsKept);

        book.Keep(Gate);
        var again = book.Forget();
        Assert.False(Open().IsKept);
        again();
        Assert.Equal(Locators.Parse(Gate), Open().Current);
    }

    [Fact]
    public void Keep_ConfiguredCamera_IsNoKeeping()
    {
        var book = Open();
        book.Keep(Gate);

        book.Keep("rtsp://192.0.2.7/front");

        Assert.False(book.IsKept);
        Assert.False(File.Exists(KeptFile));
    }

    [Fact]
    public void Keep_WhatAPageMayNotName_IsRefused() => Assert.Throws<ArgumentException>(() => Open().Keep("gst:videotestsrc"));

    [Fact]
    public void Keep_FolderCannotBeWritten_IsSaidAndNothingChanges()
    {
        File.WriteAllText(Path.Combine(_data.FullName, "a-file"), "");
        var book = SourceBooks.Of(Settings(CameraRig.Front) with { Data = new DataFolder(Path.Combine(_data.FullName, "a-file")) });

        var refused = Assert.Throws<IOException>(() => { book.Keep(Gate); });

        Assert.StartsWith("The camera could not be kept:", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refused.ToString(), StringComparison.Ordinal);
        Assert.False(book.IsKept);
    }

    [RequiresLinuxFact]
    public void Keep_File_IsForItsOwnerOnly()
    {
        Open().Keep(Gate);

        Assert.True(!OperatingSystem.IsWindows() && File.GetUnixFileMode(KeptFile) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"Source": 7}""")]
    [InlineData("""{"Source": "gst:videotestsrc", "InsteadOf": "rtsp://192.0.2.7/front"}""")]
    public void Open_DamagedOrForbidden_UsesTheConfiguredCamera(string content)
    {
        File.WriteAllText(KeptFile, content);

        Assert.Equal((false, CameraRig.Front), (Open().IsKept, Open().Current));
    }

    private static EdgeCctvSettings Settings(CameraSource source) =>
        new(source, AutoStart: false, CameraRig.Settings, CaptureSettings.Default, Freshness.Default, 0, false);

    private SourceBook Open(CameraSource? configured = null) =>
        SourceBooks.Of(Settings(configured ?? CameraRig.Front) with { Data = new DataFolder(_data.FullName) });
}
