using EdgeCctv.Core;

namespace EdgeCctv.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edgecctv-atomic-");

    private string Target => Path.Combine(_folder.FullName, "file.bin");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Write_Twice_LeavesTheNewContentAndNothingElse()
    {
        AtomicFile.Write(Target, [1, 2, 3]);
        AtomicFile.Write(Target, [4]);

        Assert.Equal([4], File.ReadAllBytes(Target));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void Write_WithPrevious_KeepsWhatWasThere()
    {
        var previous = Path.Combine(_folder.FullName, "previous.bin");
        AtomicFile.Write(Target, [1], previous);
        Assert.False(File.Exists(previous));

        AtomicFile.Write(Target, [2], previous);

        Assert.Equal([1], File.ReadAllBytes(previous));
        Assert.Equal([2], File.ReadAllBytes(Target));
    }

    [Fact]
    public void Write_ThatFails_LeavesTheOldContentAndNoPart()
    {
        // A folder of that name cannot be replaced by a file.
        Directory.CreateDirectory(Target);

        Assert.ThrowsAny<SystemException>(() => AtomicFile.Write(Target, [1]));

        Assert.Empty(_folder.GetFiles());
    }
}
