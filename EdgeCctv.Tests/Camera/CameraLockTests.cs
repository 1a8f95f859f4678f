using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Camera;

public sealed class CameraLockTests : IDisposable
{
    private const string Canary = "canary-77";
    private static readonly CameraSource Front = Locators.Parse("rtsp://192.0.2.7/front");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edgecctv-locks-");
    private readonly ManualTimeProvider _time = new();
    private readonly CameraLock _lock;

    public CameraLockTests() => _lock = new CameraLock(new CameraLockFolder(_folder.FullName), _time);

    private static string Us => $"EdgeCctv, process {Environment.ProcessId} of user {Environment.UserName}, since 2026-03-30 00:30:00 UTC";

    [Fact]
    public void Take_Held_IsBusyAndNamesTheHolder()
    {
        using var held = _lock.Take(Front);

        Assert.Equal($"rtsp://192.0.2.7/front is held by {Us}.", Refusal(Front, CameraFault.Busy));
    }

    [Fact]
    public void Take_AfterRelease_SucceedsAndLeavesNoCard()
    {
        _lock.Take(Front).Dispose();
        Assert.Empty(_folder.EnumerateFiles("*.json"));

        using var again = _lock.Take(Front);
    }

    [Fact]
    public void Take_AnotherCamera_IsNotHindered()
    {
        using var front = _lock.Take(Front);
        using var back = _lock.Take(Locators.Parse("rtsp://192.0.2.7/back"));
    }

    [Theory]
    [InlineData("demo:")]
    [InlineData("file:clip.mp4")]
    [InlineData("gst:videotestsrc ! videoconvert")]
    public void Take_SourceThatNeedsNoLock_CanBeHadTwiceAndWritesNothing(string locator)
    {
        using var one = _lock.Take(Locators.Parse(locator));
        using var two = _lock.Take(Locators.Parse(locator));

        Assert.Empty(_folder.EnumerateFiles());
    }

    [Fact]
    public void Take_CardLeftBehind_IsReplaced()
    {
        LeaveCard("Ghost", int.MaxValue, Environment.UserName);

        using var held = _lock.Take(Front);

        Assert.Contains(Us, Refusal(Front, CameraFault.Busy), StringComparison.Ordinal);
        Assert.Single(_folder.EnumerateFiles("*.json"));
    }

    [Fact]
    public void Take_HeldWithNoCardButADeadProcess_QuotesNobody()
    {
        using var held = HoldWithoutCard();
        LeaveCard("Ghost", int.MaxValue, "bob");

        Assert.Equal("rtsp://192.0.2.7/front is held by another program.", Refusal(Front, CameraFault.Busy));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{\"Process\":\"x\"}")]
    public void Take_HeldWithACardThatIsNone_QuotesNobody(string text)
    {
        using var held = HoldWithoutCard();
        File.WriteAllText(CardPath("bob"), text);

        Assert.Contains("another program", Refusal(Front, CameraFault.Busy), StringComparison.Ordinal);
    }

    [Fact]
    public void Take_HeldWithAHostileCard_QuotesItInOneShortLine()
    {
        using var held = HoldWithoutCard();
        LeaveCard("EdgeCctv\n2026-01-01 all is well", Environment.ProcessId, new string('x', 1000));

        var message = Refusal(Front, CameraFault.Busy);

        Assert.DoesNotContain('\n', message);
        Assert.InRange(message.Length, 1, 250);
    }

    [Fact]
    public void Take_Credentials_AreNeitherInNamesNorCardNorMessage()
    {
        using var held = _lock.Take(Locators.Parse($"rtsp://ann:{Canary}@192.0.2.7/front?password={Canary}"));
        var message = Refusal(Locators.Parse($"rtsp://bob:{Canary}2@192.0.2.7/front?password={Canary}2"), CameraFault.Busy);

        var seen = _folder.EnumerateFiles().Where(file => file.Extension == ".json").Select(file => file.Name + File.ReadAllText(file.FullName));
        Assert.Single(seen);
        Assert.All(seen.Append(message), text => Assert.DoesNotContain(Canary, text, StringComparison.Ordinal));
    }

    [RequiresLinuxFact]
    public void Take_CardPathIsALink_ReplacesTheLinkAndLeavesItsTarget()
    {
        var target = Path.Combine(_folder.FullName, "precious");
        File.WriteAllText(target, "precious");
        File.CreateSymbolicLink(CardPath(Environment.UserName), target);

        using var held = _lock.Take(Front);

        Assert.Equal("precious", File.ReadAllText(target));
    }

    [RequiresLinuxFact]
    public void Take_Files_AreReadableByAllAndWritableByNobodyElse()
    {
        using var held = _lock.Take(Front);

        Assert.Equal(
            [(".json", "rw-r--r--"), (".lock", "r--r--r--")],
            _folder.EnumerateFiles().Select(file => (file.Extension, Mode(file))).Order());
    }

    [Fact]
    public void Take_NoFolderToBeHad_SaysSo()
    {
        var file = Path.Combine(_folder.FullName, "a-file");
        File.WriteAllText(file, "");
        var homeless = new CameraLock(new CameraLockFolder(Path.Combine(file, "locks")), _time);

        var refused = Assert.Throws<CaptureException>(() => homeless.Take(Front));

        Assert.Equal(CameraFault.LockUnavailable, refused.Fault);
        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Take_LockPathIsAFolder_IsNotTakenForHeld()
    {
        Directory.CreateDirectory(LockPath);

        Assert.Contains(LockPath, Refusal(Front, CameraFault.LockUnavailable), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string LockPath => Path.Combine(_folder.FullName, $"{CameraLockIdentity.FileName(CameraLockIdentity.Of(Front)!)}.lock");

    private string CardPath(string user) => CameraLockCard.PathFor(LockPath, user);

    private FileStream HoldWithoutCard() => new(LockPath, FileMode.Create, FileAccess.ReadWrite, FileShare.None);

    private void LeaveCard(string program, int process, string user) =>
        new CameraLockCard(program, process, user, _time.GetUtcNow(), "rtsp://192.0.2.7/front").Write(CardPath(user));

    private string Refusal(CameraSource source, CameraFault fault)
    {
        var refused = Assert.Throws<CaptureException>(() => _lock.Take(source));
        Assert.Equal(fault, refused.Fault);
        return refused.Message;
    }

    private static string Mode(FileInfo file) => string.Concat(
        Enumerable.Range(0, 9).Select(bit => ((int)file.UnixFileMode & (256 >> bit)) == 0 ? '-' : "rwx"[bit % 3]));
}
