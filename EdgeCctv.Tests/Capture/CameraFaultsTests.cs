using EdgeCctv.Core.Capture;

namespace EdgeCctv.Tests.Capture;

public sealed class CameraFaultsTests
{
    private static readonly CameraFault[] Faults = [.. Enum.GetValues<CameraFault>().Where(fault => fault != CameraFault.None)];

    [Fact]
    public void Words_EveryFault_AreItsOwn()
    {
        Assert.All(Faults, fault => Assert.NotEmpty(fault.Words()));
        Assert.Equal(Faults.Length, Faults.Select(fault => fault.Words()).Distinct().Count());
    }

    [Fact]
    public void Remedy_EveryFault_IsOneSentence() => Assert.All(Faults, fault =>
    {
        Assert.EndsWith(".", fault.Remedy(), StringComparison.Ordinal);
        Assert.True(char.IsUpper(fault.Remedy()[0]), fault.Remedy());
    });

    [Fact]
    public void NoFault_HasNeitherWordsNorRemedy() => Assert.Equal(("", ""), (CameraFault.None.Words(), CameraFault.None.Remedy()));

    [Fact]
    public void UnknownFault_IsAMistake()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ((CameraFault)(-1)).Words());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((CameraFault)(-1)).Remedy());
    }

    [Fact]
    public void NeedsPerson_EveryFault_IsDecided()
    {
        CameraFault[] expected =
        [
            CameraFault.Unauthorized, CameraFault.NotFound, CameraFault.DecoderMissing,
            CameraFault.Busy, CameraFault.LockUnavailable, CameraFault.Moved, CameraFault.NotAllowed, CameraFault.BackendMissing, CameraFault.BadSource,
        ];

        Assert.Equal(expected, Faults.Where(fault => fault.NeedsPerson()));
    }
}
