using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Camera;

public sealed class CameraLockFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edgecctv-locks-");

    [Fact]
    public void Candidates_EachSystem_AreWhatAllItsUsersShare()
    {
        Assert.Equal(["/run/lock/edgecctv", "/var/lock/edgecctv", "/tmp/edgecctv"], CameraLockFolder.Candidates(false, false, "/usr/share"));
        Assert.Equal(["/var/tmp/edgecctv"], CameraLockFolder.Candidates(false, true, "/usr/share"));
        Assert.Equal([@"C:\ProgramData\EdgeCctv\locks"], CameraLockFolder.Candidates(true, false, @"C:\ProgramData"));
    }

    [RequiresLinuxFact]
    public void Open_NotThere_IsMadeForAllUsers()
    {
        var path = new CameraLockFolder(Path.Combine(_folder.FullName, "locks")).Open();

        Assert.Equal("1777", Convert.ToString((int)new DirectoryInfo(path).UnixFileMode, 8));
    }

    [Fact]
    public void Open_FirstCannotBeMade_IsTheNext()
    {
        var file = Path.Combine(_folder.FullName, "a-file");
        File.WriteAllText(file, "");
        var second = Path.Combine(_folder.FullName, "second");

        Assert.Equal(second, new CameraLockFolder(Path.Combine(file, "locks"), second).Open());
    }

    [Fact]
    public void Open_AlreadyThere_IsLeftAsItIs()
    {
        var before = _folder.UnixFileMode;

        Assert.Equal(_folder.FullName, new CameraLockFolder(_folder.FullName).Open());

        Assert.Equal(before, new DirectoryInfo(_folder.FullName).UnixFileMode);
    }

    [RequiresLinuxFact]
    public void Open_Link_IsNotFollowed()
    {
        var link = Path.Combine(_folder.FullName, "link");
        Directory.CreateSymbolicLink(link, _folder.FullName);

        var refused = Assert.Throws<CaptureException>(() => new CameraLockFolder(link).Open());

        Assert.Contains("is a link", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
